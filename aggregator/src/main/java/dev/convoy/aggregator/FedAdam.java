package dev.convoy.aggregator;

/**
 * Adam at the server (Reddi et al. 2021, "Adaptive Federated Optimization", algorithm 2, FedAdam):
 * m = beta1 m + (1 - beta1) D, v = beta2 v + (1 - beta2) D^2, w = w + rate m / (sqrt(v) + adaptivity), with m = 0 and
 * v = adaptivity^2 at first. As in the paper, the bias of the first moments is not corrected.
 *
 * @param adaptivity the paper's tau: the greater, the less the steps of the parameters are made alike
 */
public record FedAdam(double rate, double beta1, double beta2, double adaptivity) implements AdaptiveOptimiser {
    public FedAdam {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
        Rates.requireDecay("beta2", beta2);
        Rates.requirePositive("adaptivity", adaptivity);
    }

    public static FedAdam standard() {
        return new FedAdam(0.01, 0.9, 0.99, 1e-3);
    }

    @Override
    public double secondMoment(double before, double square) {
        return beta2 * before + (1 - beta2) * square;
    }
}
