package dev.convoy.evaluation;

import java.util.OptionalDouble;

/**
 * The accuracy in which every example counts a little less than the one after it: S = right + alpha S, N = 1 + alpha N,
 * S / N (Gama, Sebastiao, Rodrigues 2013, "On evaluating stream learning algorithms", section on fading factors). It remembers about 1 / (1 - alpha)
 * examples without keeping them.
 */
public final class FadingAccuracy {
    /** Remembers as many decisions as the window of an edge node holds. */
    public static final double STANDARD_ALPHA = 0.995;

    private final double alpha;
    private double right;
    private double all;

    public FadingAccuracy(double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("a fading factor must be in (0, 1]: " + alpha);
        }
        this.alpha = alpha;
    }

    public void add(boolean correct) {
        right = (correct ? 1 : 0) + alpha * right;
        all = 1 + alpha * all;
    }

    public OptionalDouble value() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(right / all);
    }
}
