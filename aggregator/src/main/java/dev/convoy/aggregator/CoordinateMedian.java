package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.List;

/**
 * The median of each parameter (Yin et al. 2018, "Byzantine-Robust Distributed Learning", definition 1); of an even
 * number of nodes the mean of the middle two. It withstands any minority, and counts all alike: neither weighting nor
 * staleness weight enters it.
 */
public record CoordinateMedian() implements RobustStrategy {
    public static CoordinateMedian standard() {
        return new CoordinateMedian();
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        return Merged.withoutCoefficients(SortedCoordinates.merge(contributions, CoordinateMedian::median));
    }

    private static double median(float[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : ((double) sorted[middle - 1] + sorted[middle]) / 2;
    }
}
