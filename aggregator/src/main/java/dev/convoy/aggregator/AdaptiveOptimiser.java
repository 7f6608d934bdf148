package dev.convoy.aggregator;

import java.util.List;

/**
 * Adaptive optimisers at the server (Reddi et al. 2021, "Adaptive Federated Optimization", algorithm 2), which differ
 * in the second moment only: m = beta1 m + (1 - beta1) D, v its own, w = w + rate m / (sqrt(v) + adaptivity), with m = 0
 * and v = adaptivity^2 at first. As in the paper, the bias of the first moments is not corrected.
 */
public sealed interface AdaptiveOptimiser extends CoordinateOptimiser permits FedAdam, FedYogi, FedAdagrad {
    double rate();

    /** What is left of the first moment at each version. */
    double beta1();

    /** The paper's tau: the greater, the less the steps of the parameters are made alike. */
    double adaptivity();

    /**
     * The second moment from the one before.
     *
     * @param square of the pseudo-gradient
     */
    double secondMoment(double before, double square);

    @Override
    default List<Double> memory() {
        return List.of(0.0, adaptivity() * adaptivity());
    }

    @Override
    default double change(double gradient, Moments moments, int first, long staleness) {
        double m = moments.set(first, beta1() * moments.get(first) + (1 - beta1()) * gradient);
        double v = moments.set(first + 1, secondMoment(moments.get(first + 1), gradient * gradient));
        return rate() * m / (Math.sqrt(v) + adaptivity());
    }
}
