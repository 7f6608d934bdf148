package dev.convoy.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.convoy.wire.MalformedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flat JSON objects of several types, told apart by their key {@code type}. */
final class JsonWire<M> implements Wire<M> {
    private static final String TYPE = "type";
    private static final int TYPE_SLOT = 0;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final int mostBytes;
    private final Map<Class<?>, JsonType<? extends M>> byClass = new HashMap<>();
    private final Map<String, Form<M>> byName = new LinkedHashMap<>();
    private final JsonKeys slots;
    private final List<JsonKey> keys;
    private final JsonKind[] kinds;

    /** Keys that several types share must have the same kind. */
    JsonWire(int mostBytes, List<JsonType<? extends M>> types) {
        this.mostBytes = mostBytes;
        Map<String, JsonKey> union = new LinkedHashMap<>();
        union.put(TYPE, JsonKey.required(TYPE, JsonKind.TEXT));
        for (JsonType<? extends M> type : types) {
            byClass.put(type.message(), type);
            for (JsonKey key : type.keys()) {
                JsonKey known = union.putIfAbsent(key.name(), key);
                if (known != null && (known.kind() != key.kind() || key.name().equals(TYPE))) {
                    throw new IllegalArgumentException(
                            "the key '" + key.name() + "' has two meanings: " + known.kind() + " and " + key.kind());
                }
            }
        }
        keys = List.copyOf(union.values());
        slots = new JsonKeys(keys);
        kinds = keys.stream().map(JsonKey::kind).toArray(JsonKind[]::new);
        for (JsonType<? extends M> type : types) {
            int[] taken =
                    type.keys().stream().mapToInt(key -> slots.slot(key.name())).toArray();
            byName.put(type.name(), new Form<>(type, taken));
        }
    }

    @Override
    public byte[] encode(M message) {
        JsonType<? extends M> type = byClass.get(message.getClass());
        // Half a kilobyte holds most messages, so that they are copied once.
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField(TYPE, type.name());
            type.write(message, new JsonOutput(json));
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public M decode(byte[] bytes) throws MalformedException {
        if (bytes.length > mostBytes) {
            throw new MalformedException(
                    Reason.TOO_LARGE, bytes.length + " bytes, where a message has at most " + mostBytes);
        }
        try (JsonParser json = JSON.createParser(bytes)) {
            Object[] values = read(json);
            return message(values);
        } catch (StreamConstraintsException e) {
            throw new MalformedException(Reason.TOO_LARGE, e.getOriginalMessage());
        } catch (JacksonException e) {
            throw new MalformedException(Reason.UNPARSABLE, "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new MalformedException(Reason.UNPARSABLE, "not JSON: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new MalformedException(Reason.WRONG_SHAPE, String.valueOf(e.getMessage()));
        }
    }

    private Object[] read(JsonParser json) throws IOException, MalformedException {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw new MalformedException(Reason.UNPARSABLE, "nothing there");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedException(Reason.WRONG_SHAPE, "a message is an object: " + json.getText());
        }
        Object[] values = new Object[kinds.length];
        JsonInput input = new JsonInput(json);
        JsonKeys.Reader present = slots.new Reader(json, TYPE_SLOT);
        for (int slot = present.next(); slot != JsonKeys.END; slot = present.next()) {
            if (values[slot] != null) {
                throw new MalformedException(Reason.WRONG_SHAPE, "the key '" + slots.name(slot) + "' occurs twice");
            }
            json.nextToken();
            values[slot] = input.value(slots.name(slot), kinds[slot]);
            if (slot == TYPE_SLOT && byName.containsKey(values[slot])) {
                present.expect(byName.get(values[slot]).slots);
            }
        }
        if (json.nextToken() != null) {
            throw new MalformedException(Reason.UNPARSABLE, "something follows the message: " + json.getText());
        }
        return values;
    }

    private M message(Object[] values) throws MalformedException {
        Object name = values[TYPE_SLOT];
        Form<M> form = name == null ? null : byName.get(name);
        if (form == null) {
            throw new MalformedException(Reason.WRONG_SHAPE, "'type' must be one of " + byName.keySet() + ": " + name);
        }
        JsonType<? extends M> type = form.type;
        int left = present(values) - 1;
        for (int i = 0; i < form.slots.length; i++) {
            if (values[form.slots[i]] != null) {
                left--;
            } else if (type.keys().get(i).required()) {
                throw new MalformedException(
                        Reason.WRONG_SHAPE,
                        type.name() + " lacks the key '" + type.keys().get(i).name() + "'");
            }
        }
        if (left > 0) {
            throw new MalformedException(
                    Reason.WRONG_SHAPE, type.name() + " has no key '" + firstOfAnotherType(type, values) + "'");
        }
        return type.reader().read(new JsonValues(slots, values));
    }

    private static int present(Object[] values) {
        int present = 0;
        for (Object value : values) {
            if (value != null) {
                present++;
            }
        }
        return present;
    }

    private String firstOfAnotherType(JsonType<? extends M> type, Object[] values) {
        List<String> own = type.keys().stream().map(JsonKey::name).toList();
        return keys.stream()
                .map(JsonKey::name)
                .filter(key -> values[slots.slot(key)] != null && !key.equals(TYPE) && !own.contains(key))
                .findFirst()
                .orElseThrow();
    }

    /** A type with the slots of its keys in their order. */
    private static final class Form<M> {
        private final JsonType<? extends M> type;
        private final int[] slots;

        Form(JsonType<? extends M> type, int[] slots) {
            this.type = type;
            this.slots = slots;
        }
    }
}
