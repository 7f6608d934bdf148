package dev.convoy.detection;

/**
 * Drift when the share of errors has risen by some standard deviations above its lowest (Gama, Medas, Castillo,
 * Rodrigues 2004, "Learning with drift detection").
 *
 * @param warmUp how many errors are only counted
 * @param warning standard deviations above the lowest share at which it warns
 * @param drift standard deviations above the lowest share at which it is sure
 */
public record Ddm(int warmUp, double warning, double drift) implements DetectorKind {
    public Ddm {
        Ranges.atLeast("warm-up", warmUp, 1);
        Ranges.above("warning", warning, 0);
        if (!(drift >= warning && drift < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("drift must be at least the warning of " + warning + ": " + drift);
        }
    }

    public static Ddm standard() {
        return new Ddm(30, 2, 3);
    }

    @Override
    public String word() {
        return "ddm";
    }

    @Override
    public Detector create() {
        return new ErrorRate(this);
    }
}
