package dev.convoy.detection;

/**
 * Drift when the window of errors falls into two parts whose means differ by more than chance allows (Bifet, Gavalda
 * 2007, "Learning from time-changing data with adaptive windowing", ADWIN2). It notices both a rise and a fall.
 *
 * @param delta how probable a false alarm may be
 * @param clock errors from one look at the window to the next
 * @param buckets how many of one size are kept, 2 or more, as the newest of them is no place to cut at
 * @param leastPart errors that each of the two parts must hold
 * @param grace errors in the window up to which it says nothing
 */
public record Adwin(double delta, int clock, int buckets, int leastPart, int grace) implements DetectorKind {
    public Adwin {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be above 0 and below 1: " + delta);
        }
        Ranges.atLeast("clock", clock, 1);
        Ranges.atLeast("buckets", buckets, 2);
        Ranges.atLeast("least-part", leastPart, 1);
        Ranges.atLeast("grace", grace, 0);
    }

    public static Adwin standard() {
        return new Adwin(0.002, 32, 5, 5, 10);
    }

    @Override
    public String word() {
        return "adwin";
    }

    @Override
    public Detector create() {
        return new AdaptiveWindow(this);
    }
}
