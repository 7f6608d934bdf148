package dev.convoy.detection;

/**
 * Drift when the errors have summed up too far above their mean (Page 1954, "Continuous inspection schemes"; Hinkley
 * 1971), in the form with a fading sum.
 *
 * @param warmUp how many errors are summed before it may say anything
 * @param tolerance how far above the mean an error may lie for nothing
 * @param threshold the sum at which it is sure
 * @param fading what remains of the sum from one error to the next, 1 for all of it
 */
public record PageHinkley(int warmUp, double tolerance, double threshold, double fading) implements DetectorKind {
    public PageHinkley {
        Ranges.atLeast("warm-up", warmUp, 1);
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tolerance must be 0 or more and finite: " + tolerance);
        }
        Ranges.above("threshold", threshold, 0);
        if (!(fading > 0 && fading <= 1)) {
            throw new IllegalArgumentException("fading must be in (0, 1]: " + fading);
        }
    }

    public static PageHinkley standard() {
        return new PageHinkley(30, 0.005, 50, 0.9999);
    }

    @Override
    public String word() {
        return "page-hinkley";
    }

    @Override
    public Detector create() {
        return new CumulativeSum(this);
    }
}
