package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;

/**
 * Buffered asynchronous aggregation (Nguyen et al. 2022, algorithm 1): w + sum of c_i delta_i, with
 * c_i = rate * s_i * weighting_i / (sum of weightings). With equal weighting and K updates that is the paper's
 * rate * s_i / K: the staleness weights are not normalised, so a stale buffer makes a shorter step. A delta is after
 * minus before and is added; the paper's is before minus after and is subtracted.
 *
 * @param serverRate the paper's eta_g
 */
public record FedBuff(double serverRate) implements MemorylessStrategy {
    public FedBuff {
        Rates.requirePositive("server-rate", serverRate);
    }

    public static FedBuff standard() {
        return new FedBuff(1);
    }

    @Override
    public Optional<ModelUpdate.Content> content() {
        return Optional.of(ModelUpdate.Content.DELTA);
    }

    @Override
    public boolean oneUpdatePerNode() {
        return false;
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        List<Double> coefficients = Contribution.shortenedShares(contributions).stream()
                .map(share -> serverRate * share)
                .toList();
        return Merged.steps(global, coefficients, contributions);
    }
}
