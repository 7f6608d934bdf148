package dev.convoy.aggregator;

/**
 * Yogi at the server (Reddi et al. 2021, "Adaptive Federated Optimization", algorithm 2, FedYogi): as {@link FedAdam}, but
 * v = v - (1 - beta2) D^2 sign(v - D^2), which forgets large steps more slowly.
 *
 * @param adaptivity the paper's tau: the greater, the less the steps of the parameters are made alike
 */
public record FedYogi(double rate, double beta1, double beta2, double adaptivity) implements AdaptiveOptimiser {
    public FedYogi {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
        Rates.requireDecay("beta2", beta2);
        Rates.requirePositive("adaptivity", adaptivity);
    }

    public static FedYogi standard() {
        return new FedYogi(0.01, 0.9, 0.99, 1e-3);
    }

    @Override
    public double secondMoment(double before, double square) {
        return before - (1 - beta2) * square * Math.signum(before - square);
    }
}
