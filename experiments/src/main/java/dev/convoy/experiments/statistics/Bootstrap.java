package dev.convoy.experiments.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The percentile bootstrap of the mean (Efron 1979): samples of the same size are drawn from the sample itself, with
 * repetition, and the interval holds the middle 95 % of their means. It assumes no normal distribution, and so fits what
 * is skewed; from a handful of values it comes out too narrow.
 */
public final class Bootstrap {
    private static final int RESAMPLES = 10_000;

    private Bootstrap() {}

    /** None for a single value, from which nothing else can be drawn. */
    public static Optional<Interval> ofMean(List<Double> values, RandomGenerator random) {
        int n = values.size();
        if (n < 2) {
            return Optional.empty();
        }
        double[] sample = values.stream().mapToDouble(v -> v).toArray();
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += sample[random.nextInt(n)] - sample[0];
            }
            means[i] = sample[0] + sum / n;
        }
        Arrays.sort(means);
        double tail = (1 - Estimate.CONFIDENCE) / 2;
        return Optional.of(new Interval(quantile(means, tail), quantile(means, 1 - tail)));
    }

    /** Between the two nearest values, the first being the quantile 0 and the last that of 1. */
    private static double quantile(double[] ascending, double share) {
        double position = share * (ascending.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }
}
