package dev.convoy.evaluation;

import java.util.OptionalDouble;

/** A part of a whole, undefined where there is no whole. */
final class Ratio {
    private Ratio() {}

    static OptionalDouble of(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
