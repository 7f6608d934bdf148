package dev.convoy.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.convoy.wire.MalformedException.Reason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of all types of a wire form, each with its slot. */
final class JsonKeys {
    static final int END = -1;

    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final SerializedString[] names;

    JsonKeys(List<JsonKey> keys) {
        keys.forEach(key -> slots.put(key.name(), slots.size()));
        names = slots.keySet().stream().map(SerializedString::new).toArray(SerializedString[]::new);
    }

    int slot(String key) {
        return slots.get(key);
    }

    String name(int slot) {
        return names[slot].getValue();
    }

    /** The keys of one object in turn; quickest where they come in the order in which they are written, as nearly all do. */
    final class Reader {
        private final JsonParser json;
        private int[] expected;
        private int at;

        /** @param expected slots of the keys in the order in which they are written; a guess, in whole or in part */
        Reader(JsonParser json, int... expected) {
            this.json = json;
            this.expected = expected;
        }

        /** From here on these keys are expected. */
        void expect(int[] slots) {
            expected = slots;
            at = 0;
        }

        /** The slot of the next key, or {@link #END}; the parser then stands on the key. */
        int next() throws IOException, MalformedException {
            if (at < expected.length && json.nextFieldName(names[expected[at]])) {
                return expected[at++];
            }
            if (at >= expected.length) {
                json.nextToken();
            }
            if (json.currentToken() != JsonToken.FIELD_NAME) {
                return END;
            }
            String name = json.currentName();
            Integer slot = slots.get(name);
            if (slot == null) {
                throw new MalformedException(Reason.WRONG_SHAPE, "unknown key '" + name + "'");
            }
            resynchronise(slot);
            return slot;
        }

        /** Keys that are left out are passed over; one that comes out of order changes nothing. */
        private void resynchronise(int slot) {
            for (int i = at; i < expected.length; i++) {
                if (expected[i] == slot) {
                    at = i + 1;
                    return;
                }
            }
        }
    }
}
