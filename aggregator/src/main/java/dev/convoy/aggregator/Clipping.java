package dev.convoy.aggregator;

/** Shortening what is too long. */
final class Clipping {
    private Clipping() {}

    /** What a vector of this length is to be multiplied by so that it is no longer than the radius: at most 1. */
    static double factor(double length, double radius) {
        return length > radius ? radius / length : 1;
    }
}
