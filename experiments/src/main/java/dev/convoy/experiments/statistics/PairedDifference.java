package dev.convoy.experiments.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much a treatment differs from another on the same seeds: the chances that both share cancel out.
 *
 * @param estimate of the mean of the differences, first minus second
 * @param p of the two-sided paired t test, the probability of a mean at least as far from 0 if there were no difference;
 *     undefined for a single pair
 */
public record PairedDifference(Estimate estimate, OptionalDouble p) {
    /**
     * @param first a value for each seed
     * @param second one for each of the same seeds, in the same order
     */
    public static PairedDifference of(List<Double> first, List<Double> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("pairs need as many values: " + first.size() + ", " + second.size());
        }
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            differences.add(first.get(i) - second.get(i));
        }
        Estimate estimate = Estimate.of(differences);
        return new PairedDifference(estimate, p(estimate));
    }

    /** Where all differences are the same there is no doubt about their mean. */
    private static OptionalDouble p(Estimate estimate) {
        if (estimate.sd().isEmpty()) {
            return OptionalDouble.empty();
        }
        double error = estimate.sd().getAsDouble() / Math.sqrt(estimate.n());
        if (error == 0) {
            return OptionalDouble.of(estimate.mean() == 0 ? 1 : 0);
        }
        return OptionalDouble.of(Student.twoSided(estimate.mean() / error, estimate.n() - 1));
    }
}
