package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.List;

/** A strategy for which nothing but the present version and the buffer counts. */
public sealed interface MemorylessStrategy extends Strategy
        permits FedAsync, FedAvg, FedBuff, NormClipping, RobustStrategy, Union, Unmerged {
    /** As {@link Strategy#merge}. */
    Merged merge(Parameters global, List<Contribution> contributions);

    @Override
    default boolean caches() {
        return false;
    }

    @Override
    default Merged merge(Parameters global, List<Contribution> contributions, Cache cache) {
        return merge(global, contributions);
    }
}
