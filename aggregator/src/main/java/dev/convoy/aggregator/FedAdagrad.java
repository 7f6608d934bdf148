package dev.convoy.aggregator;

import java.util.List;

/**
 * Adagrad at the server (Reddi et al. 2021, "Adaptive Federated Optimization", algorithm 2, FedAdagrad): as
 * {@link FedAdam}, but v = v + D^2, which never forgets, so that steps get shorter. The default beta1 is 0, as the paper
 * has it in its experiments.
 *
 * @param adaptivity the paper's tau: the greater, the less the steps of the parameters are made alike
 */
public record FedAdagrad(double rate, double beta1, double adaptivity) implements CoordinateOptimiser {
    public FedAdagrad {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
        Rates.requirePositive("adaptivity", adaptivity);
    }

    public static FedAdagrad standard() {
        return new FedAdagrad(0.01, 0, 1e-3);
    }

    @Override
    public List<Double> memory() {
        return List.of(0.0, adaptivity * adaptivity);
    }

    @Override
    public double change(double gradient, Moments moments, int first, long staleness) {
        double m = moments.set(first, beta1 * moments.get(first) + (1 - beta1) * gradient);
        double square = gradient * gradient;
        double before = moments.get(first + 1);
        double v = moments.set(first + 1, before + square);
        return rate * m / (Math.sqrt(v) + adaptivity);
    }
}
