package dev.convoy.experiments.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sample says of the mean it was drawn around.
 *
 * @param sd the sample's standard deviation, with n - 1; undefined for a single value
 * @param interval of the mean, mean +- t(0.975, n - 1) sd / sqrt(n) (Student 1908); none for a single value
 */
public record Estimate(int n, double mean, OptionalDouble sd, Optional<Interval> interval) {
    /** Of all intervals. */
    public static final double CONFIDENCE = 0.95;

    public Estimate {
        if (n < 1) {
            throw new IllegalArgumentException("a sample has at least one value: " + n);
        }
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("a mean must be finite: " + mean);
        }
    }

    /** @param values at least one, all finite */
    public static Estimate of(List<Double> values) {
        int n = values.size();
        double mean = mean(values);
        if (n == 1) {
            return new Estimate(n, mean, OptionalDouble.empty(), Optional.empty());
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double sd = Math.sqrt(squares / (n - 1));
        double half = Student.halfWidth(n - 1) * sd / Math.sqrt(n);
        return new Estimate(n, mean, OptionalDouble.of(sd), Optional.of(new Interval(mean - half, mean + half)));
    }

    /** Values that are all the same have that mean to the last bit. */
    static double mean(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one value");
        }
        double first = values.get(0);
        double sum = 0;
        for (double value : values) {
            sum += value - first;
        }
        return first + sum / values.size();
    }
}
