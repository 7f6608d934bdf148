package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.List;

/**
 * CA2FL, cache-aided asynchronous federated learning (Wang et al. 2024, "Tackling the Data Heterogeneity in Asynchronous
 * Federated Learning with Cached Update Calibration"): w + rate h + sum of c_i (delta_i - h_i), where h_i is what node i
 * sent last, zero at first, h the mean of the h_i of all nodes, and c_i = rate * s_i * weighting_i / (sum of weightings).
 * With equal weighting and constant staleness weight that is the paper's step, which knows neither. It is the step of
 * {@link FedStale} with a beta of 1.
 *
 * @param serverRate the paper's eta
 */
public record Ca2fl(double serverRate) implements CachedStrategy {
    public Ca2fl {
        Rates.requirePositive("server-rate", serverRate);
    }

    public static Ca2fl standard() {
        return new Ca2fl(1);
    }

    @Override
    public boolean oneUpdatePerNode() {
        return true;
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions, Cache cache) {
        return new FedStale(1, serverRate).merge(global, contributions, cache);
    }
}
