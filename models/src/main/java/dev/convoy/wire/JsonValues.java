package dev.convoy.wire;

import dev.convoy.telemetry.NodeId;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The values read from one flat JSON object: of the kinds its keys have, and all that are required. */
final class JsonValues {
    private final JsonKeys slots;
    private final Object[] values;

    JsonValues(JsonKeys slots, Object[] values) {
        this.slots = slots;
        this.values = values;
    }

    String text(String key) {
        return (String) value(key);
    }

    /** Empty where the key is absent. */
    String textOrEmpty(String key) {
        return has(key) ? text(key) : "";
    }

    long integer(String key) {
        return (Long) value(key);
    }

    int smallInteger(String key) throws MalformedException {
        long value = integer(key);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new MalformedException(MalformedException.Reason.WRONG_SHAPE, key + " is out of range: " + value);
        }
        return (int) value;
    }

    OptionalInt optionalSmallInteger(String key) throws MalformedException {
        return has(key) ? OptionalInt.of(smallInteger(key)) : OptionalInt.empty();
    }

    OptionalLong optionalInteger(String key) {
        return has(key) ? OptionalLong.of(integer(key)) : OptionalLong.empty();
    }

    double number(String key) {
        return (Double) value(key);
    }

    double numberOrNaN(String key) {
        Object value = value(key);
        return value == null ? Double.NaN : (Double) value;
    }

    OptionalDouble optionalNumber(String key) {
        return has(key) ? OptionalDouble.of(number(key)) : OptionalDouble.empty();
    }

    boolean flag(String key) {
        return (Boolean) value(key);
    }

    double[] numbers(String key) {
        return (double[]) value(key);
    }

    @SuppressWarnings("unchecked") // what a key of kind COUNTS holds
    Map<String, Long> counts(String key) {
        return (Map<String, Long>) value(key);
    }

    @SuppressWarnings("unchecked") // what a key of kind TEXTS holds
    Map<String, String> texts(String key) {
        return (Map<String, String>) value(key);
    }

    NodeId node(String key) {
        return NodeId.parse(text(key));
    }

    <E> E word(String key, Map<String, E> words) throws MalformedException {
        E meaning = words.get(text(key));
        if (meaning == null) {
            throw new MalformedException(
                    MalformedException.Reason.WRONG_SHAPE,
                    key + " must be one of " + words.keySet() + ": " + text(key));
        }
        return meaning;
    }

    boolean has(String key) {
        return value(key) != null;
    }

    private Object value(String key) {
        return values[slots.slot(key)];
    }
}
