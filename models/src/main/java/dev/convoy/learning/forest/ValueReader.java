package dev.convoy.learning.forest;

import dev.convoy.learning.Parameters;

/** Reads what {@link ValueWriter} wrote, and refuses what it cannot have written. */
final class ValueReader {
    private final Parameters values;
    private int next;

    ValueReader(Parameters values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException if there is none, or it is not finite */
    float value() {
        if (next == values.size()) {
            throw new IllegalArgumentException("it ends after " + next + " values");
        }
        float value = values.get(next++);
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("value " + (next - 1) + " is " + value);
        }
        return value;
    }

    /** @throws IllegalArgumentException if it is not a whole number within these limits */
    int whole(String name, int least, int most) {
        float value = value();
        if (!(value >= least && value <= most) || value != (int) value) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from " + least + " to " + most + ": " + value);
        }
        return (int) value;
    }

    void requireEnd() {
        if (next != values.size()) {
            throw new IllegalArgumentException("it goes on after " + next + " values, to " + values.size());
        }
    }
}
