package dev.convoy.aggregator;

import java.util.List;

/**
 * Server momentum (Hsu, Qi, Brown 2019, "Measuring the Effects of Non-Identical Data Distribution for Federated Visual
 * Classification", section 4.3, FedAvgM): v = beta1 v + D, w = w + rate v. In the long run a constant D moves the model
 * by rate / (1 - beta1) of it at each version, which is 1 with the defaults.
 */
public record Momentum(double rate, double beta1) implements CoordinateOptimiser {
    public Momentum {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
    }

    public static Momentum standard() {
        return new Momentum(0.1, 0.9);
    }

    @Override
    public List<Double> memory() {
        return List.of(0.0);
    }

    @Override
    public double change(double gradient, Moments moments, int first, long staleness) {
        return rate * moments.set(first, beta1 * moments.get(first) + gradient);
    }
}
