package dev.convoy.detection;

/** The ranges that several detectors check. */
final class Ranges {
    private Ranges() {}

    static void atLeast(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " must be at least " + least + ": " + value);
        }
    }

    static void above(String key, double value, double limit) {
        if (!(value > limit && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " must be above " + limit + " and finite: " + value);
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite: " + value);
        }
    }
}
