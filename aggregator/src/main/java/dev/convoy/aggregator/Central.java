package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One model on all data: the nodes forward their labelled rows, the aggregator trains on them as all nodes together
 * would, and the nodes predict with the newest version that has reached them. What federation is measured against.
 *
 * @param every run time between the instants at which the aggregator trains
 */
public record Central(Duration every) implements MemorylessStrategy {
    public Central {
        if (every.toMillis() < 1) {
            throw new IllegalArgumentException("every must be at least 1 ms: " + every);
        }
    }

    public static Central standard() {
        return new Central(Duration.ofMinutes(15));
    }

    @Override
    public Optional<Central> central() {
        return Optional.of(this);
    }

    @Override
    public Optional<ModelUpdate.Content> content() {
        return Optional.empty();
    }

    @Override
    public boolean oneUpdatePerNode() {
        return false;
    }

    /** Nothing is merged; that there is a gradient is asked elsewhere. */
    @Override
    public void requireFits(Merging learner) {
        // whatever can be trained step by step
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        throw new IllegalStateException(
                "where one model has all data there is nothing to merge: " + contributions.size());
    }
}
