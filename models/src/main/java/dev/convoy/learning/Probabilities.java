package dev.convoy.learning;

import dev.convoy.telemetry.Decimals;
import java.util.Arrays;

/** The probability of each class, rounded to six decimals. */
public final class Probabilities {
    private final double[] values;

    private Probabilities(double[] values) {
        this.values = values;
    }

    /** Rounds each; they must be finite and in [0, 1]. */
    public static Probabilities of(double... values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1.0000001)) {
                throw new IllegalArgumentException("a probability must be in [0, 1]: " + values[i]);
            }
            rounded[i] = Decimals.round(Math.min(1, values[i]), 6);
        }
        return new Probabilities(rounded);
    }

    /** Of two classes, from that of class 1; rounded so that the two add up to 1. */
    public static Probabilities binary(double one) {
        double rounded = Decimals.round(one, 6);
        return of(1 - rounded, rounded);
    }

    public int classes() {
        return values.length;
    }

    public double of(int label) {
        return values[label];
    }

    /** The most probable class, the lowest of equals. */
    public int predicted() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Probabilities that && Arrays.equals(values, that.values);
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
