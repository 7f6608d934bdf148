package dev.convoy.aggregator;

/** Sums of run times, where {@code Long.MAX_VALUE} means never. */
final class Instants {
    private Instants() {}

    /** Both must not be negative. */
    static long plus(long instant, long span) {
        return instant > Long.MAX_VALUE - span ? Long.MAX_VALUE : instant + span;
    }
}
