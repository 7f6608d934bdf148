package dev.convoy.aggregator;

/** Shortening what is too long. */
final class Clipping {
    private Clipping() {}

    static void requireRadius(String name, double radius) {
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite: " + radius);
        }
    }

    /** What a vector of this length is to be multiplied by so that it is no longer than the radius: at most 1. */
    static double factor(double length, double radius) {
        return length > radius ? radius / length : 1;
    }
}
