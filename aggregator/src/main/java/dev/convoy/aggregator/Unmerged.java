package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;

/** What takes the place of a strategy where nodes send no updates, so that nothing is merged. */
public sealed interface Unmerged extends MemorylessStrategy permits Central, None {
    @Override
    default Optional<ModelUpdate.Content> content() {
        return Optional.empty();
    }

    @Override
    default boolean oneUpdatePerNode() {
        return false;
    }

    /** How learners could be put together does not matter; what else is needed of them is asked elsewhere. */
    @Override
    default void requireFits(Merging learner) {
        // nothing is merged
    }

    @Override
    default Merged merge(Parameters global, List<Contribution> contributions) {
        throw new IllegalStateException("where nothing is merged there are no updates: " + contributions.size());
    }
}
