package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The one update that lies closest to its neighbours (Blanchard et al. 2017, "Machine Learning with Adversaries",
 * section 4): of n it takes the one with the least sum of squared distances to its n - f - 2 nearest, of equal ones the
 * first by node. The others, weighting and staleness weight do not count.
 *
 * @param byzantine how many nodes may send what they like: the paper's f, which takes n to be 2 f + 3 or more
 */
public record Krum(int byzantine) implements RobustStrategy {
    private static final int MOST_BYZANTINE = 10_000;

    public Krum {
        if (byzantine < 0 || byzantine > MOST_BYZANTINE) {
            throw new IllegalArgumentException("byzantine must be in [0, " + MOST_BYZANTINE + "]: " + byzantine);
        }
    }

    /** Against nobody, which is all that four nodes allow. */
    public static Krum standard() {
        return new Krum(0);
    }

    @Override
    public void requireFits(Trigger trigger) {
        int fewest = 2 * byzantine + 3;
        if (trigger.updates().orElse(1) < fewest) {
            throw new IllegalArgumentException("trigger updates must be at least " + fewest + ", because krum can tell "
                    + byzantine + " byzantine nodes from the others only among 2 * " + byzantine + " + 3: "
                    + trigger.updates().map(String::valueOf).orElse("none"));
        }
        if (trigger.atLatest().isPresent()) {
            throw new IllegalArgumentException("trigger at-latest must be none, because at a deadline krum could find"
                    + " fewer than the " + fewest + " updates it needs: "
                    + trigger.atLatest().get());
        }
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        int chosen = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < contributions.size(); candidate++) {
            double score = score(candidate, contributions);
            if (score < least) {
                chosen = candidate;
                least = score;
            }
        }
        List<Double> coefficients = new ArrayList<>(Collections.nCopies(contributions.size(), 0.0));
        coefficients.set(chosen, 1.0);
        return new Merged(contributions.get(chosen).parameters(), coefficients);
    }

    private double score(int candidate, List<Contribution> contributions) {
        double[] distances = new double[contributions.size()];
        for (int other = 0; other < distances.length; other++) {
            distances[other] = squaredDistance(
                    contributions.get(candidate).parameters(),
                    contributions.get(other).parameters());
        }
        Arrays.sort(distances);
        // the first is the candidate's own, which is 0 and does not matter
        return Arrays.stream(distances, 0, distances.length - byzantine - 1).sum();
    }

    private static double squaredDistance(Parameters one, Parameters other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            double difference = (double) one.get(i) - other.get(i);
            sum += difference * difference;
        }
        return sum;
    }
}
