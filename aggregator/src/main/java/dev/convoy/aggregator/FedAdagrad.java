package dev.convoy.aggregator;

/**
 * Adagrad at the server (Reddi et al. 2021, "Adaptive Federated Optimization", algorithm 2, FedAdagrad): as
 * {@link FedAdam}, but v = v + D^2, which never forgets, so that steps get shorter. The default beta1 is 0, as the paper
 * has it in its experiments.
 *
 * @param adaptivity the paper's tau: the greater, the less the steps of the parameters are made alike
 */
public record FedAdagrad(double rate, double beta1, double adaptivity) implements AdaptiveOptimiser {
    public FedAdagrad {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
        Rates.requirePositive("adaptivity", adaptivity);
    }

    public static FedAdagrad standard() {
        return new FedAdagrad(0.01, 0, 1e-3);
    }

    @Override
    public double secondMoment(double before, double square) {
        return before + square;
    }
}
