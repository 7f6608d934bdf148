package dev.convoy.learning.forest;

import dev.convoy.learning.Parameters;
import java.util.Arrays;

/** Numbers one after the other in a flat vector of floats; whole ones up to what a float holds exactly. */
final class ValueWriter {
    static final int MOST_WHOLE = 1 << 24;

    private float[] values = new float[1024];
    private int size;

    void value(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void whole(int number) {
        if (Math.abs(number) > MOST_WHOLE) {
            throw new IllegalArgumentException("whole numbers go up to " + MOST_WHOLE + ": " + number);
        }
        value(number);
    }

    Parameters parameters() {
        return Parameters.of(Arrays.copyOf(values, size));
    }
}
