package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mean of the buffered progress, after no update may be longer than the bound (Sun et al. 2019, "Can You Really
 * Backdoor Federated Learning?", section 4.2): w + sum of c_i delta_i, with
 * c_i = min(1, bound / |delta_i|) s_i weighting_i / (sum of weightings). With a bound beyond every length it is FedBuff
 * of server-rate 1.
 *
 * @param bound greatest Euclidean norm of an update
 */
public record NormClipping(double bound) implements MemorylessStrategy {
    public NormClipping {
        Rates.requirePositive("bound", bound);
    }

    public static NormClipping standard() {
        return new NormClipping(1);
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
        List<Double> shares = Contribution.shortenedShares(contributions);
        List<Double> coefficients = new ArrayList<>();
        for (int c = 0; c < shares.size(); c++) {
            double length = contributions.get(c).parameters().norm();
            coefficients.add(Clipping.factor(length, bound) * shares.get(c));
        }
        return Merged.steps(global, coefficients, contributions);
    }
}
