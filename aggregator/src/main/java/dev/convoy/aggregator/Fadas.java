package dev.convoy.aggregator;

import java.util.List;

/**
 * FADAS with its delay-adaptive rate (Wang et al. 2024, "FADAS: Towards Federated Adaptive Asynchronous Optimization"):
 * m = beta1 m + (1 - beta1) D, v = beta2 v + (1 - beta2) D^2, u = max(u, v), w = w + r m / (sqrt(u) + adaptivity), all 0
 * at first. r is the rate, but at most 1 / T where T, the greatest staleness of the merged updates, is beyond the
 * tolerance.
 *
 * @param adaptivity the paper's epsilon: the greater, the less the steps of the parameters are made alike
 * @param tolerance the paper's tau_c, in versions
 */
public record Fadas(double rate, double beta1, double beta2, double adaptivity, long tolerance)
        implements CoordinateOptimiser {
    public Fadas {
        Rates.requirePositive("rate", rate);
        Rates.requireDecay("beta1", beta1);
        Rates.requireDecay("beta2", beta2);
        Rates.requirePositive("adaptivity", adaptivity);
        if (tolerance < 0) {
            throw new IllegalArgumentException("tolerance must be at least 0 versions: " + tolerance);
        }
    }

    public static Fadas standard() {
        return new Fadas(0.01, 0.9, 0.99, 1e-3, 1);
    }

    @Override
    public List<Double> memory() {
        return List.of(0.0, 0.0, 0.0);
    }

    @Override
    public double change(double gradient, Moments moments, int first, long staleness) {
        double m = moments.set(first, beta1 * moments.get(first) + (1 - beta1) * gradient);
        double v = moments.set(first + 1, beta2 * moments.get(first + 1) + (1 - beta2) * gradient * gradient);
        double u = moments.set(first + 2, Math.max(moments.get(first + 2), v));
        double adapted = staleness <= tolerance ? rate : Math.min(rate, 1.0 / staleness);
        return adapted * m / (Math.sqrt(u) + adaptivity);
    }
}
