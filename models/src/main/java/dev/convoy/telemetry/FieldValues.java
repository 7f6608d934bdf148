package dev.convoy.telemetry;

import java.util.Arrays;

/** The numbers of one telemetry record in the order of its schema; a value may be absent. */
public final class FieldValues {
    private final double[] values;

    private FieldValues(double[] values) {
        this.values = values;
    }

    /** Copies; NaN stands for an absent value, an infinite one is refused. */
    public static FieldValues of(double... values) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("a value must be finite: " + Arrays.toString(values));
            }
        }
        return new FieldValues(values.clone());
    }

    public int size() {
        return values.length;
    }

    public boolean has(int index) {
        return !Double.isNaN(values[index]);
    }

    /** The value, or NaN where it is absent. */
    public double get(int index) {
        return values[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
