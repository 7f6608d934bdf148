package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.List;

/**
 * The mean of each parameter without its lowest and highest values (Yin et al. 2018, "Byzantine-Robust Distributed
 * Learning", definition 2). It withstands as many nodes as are trimmed on each side; in a buffer too small to trim it
 * is the plain mean. Neither weighting nor staleness weight enters it.
 *
 * @param trim the share of the values left out on each side, rounded down to whole ones: the paper's beta
 */
public record TrimmedMean(double trim) implements RobustStrategy {
    /** So that a share such as 29 % of 100 is 29, whatever the product is in binary. */
    private static final double ROUNDING = 1e-9;

    public TrimmedMean {
        if (!(trim >= 0 && trim < 0.5)) {
            throw new IllegalArgumentException("trim must be in [0, 0.5): " + trim);
        }
    }

    /** One of four on each side. */
    public static TrimmedMean standard() {
        return new TrimmedMean(0.25);
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        int trimmed = (int) (trim * contributions.size() + ROUNDING);
        return Merged.withoutCoefficients(
                SortedCoordinates.merge(contributions, sorted -> middleMean(sorted, trimmed)));
    }

    private static double middleMean(float[] sorted, int trimmed) {
        double sum = 0;
        for (int i = trimmed; i < sorted.length - trimmed; i++) {
            sum += sorted[i];
        }
        return sum / (sorted.length - 2 * trimmed);
    }
}
