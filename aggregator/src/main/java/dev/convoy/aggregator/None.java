package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;

/** No federation: each node learns alone. The lower bound that every strategy must beat. */
public record None() implements MemorylessStrategy {
    public static None standard() {
        return new None();
    }

    @Override
    public Optional<ModelUpdate.Content> content() {
        return Optional.empty();
    }

    @Override
    public boolean oneUpdatePerNode() {
        return false;
    }

    /** Whatever the nodes learn with, they keep it to themselves. */
    @Override
    public void requireFits(Merging learner) {
        // nothing is merged
    }

    @Override
    public Merged merge(Parameters global, List<Contribution> contributions) {
        throw new IllegalStateException("without federation there is nothing to merge: " + contributions.size());
    }
}
