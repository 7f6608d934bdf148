package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/** The independent choices of an aggregator. */
public record AggregatorConfig(
        Strategy strategy,
        Weighting weighting,
        Trigger trigger,
        StalenessPolicy staleness,
        ServerOptimiser serverOptimiser) {
    public AggregatorConfig {
        Optional<Duration> age = staleness.limit().age();
        if (trigger.updates().isEmpty()
                && age.isPresent()
                && age.get().compareTo(trigger.atLatest().orElseThrow()) <= 0) {
            throw new IllegalArgumentException("staleness limit: an age of " + age.get()
                    + " would reject the first update of every buffer, which waits "
                    + trigger.atLatest().orElseThrow()
                    + " for the trigger; allow a greater age, a shorter at-latest, or give the trigger updates");
        }
        serverOptimiser.requireFits(strategy);
    }

    /** FedBuff of two updates or after twenty minutes, by examples, up to four versions stale. */
    public static AggregatorConfig standard() {
        return new AggregatorConfig(
                FedBuff.standard(),
                Weighting.EXAMPLES,
                Trigger.standard(),
                StalenessPolicy.standard(),
                ServerOptimiser.None.standard());
    }

    /** @throws IllegalArgumentException if this can never work with that many nodes */
    public void requireFits(int nodes) {
        int updates = trigger.updates().orElse(1);
        if (strategy.oneUpdatePerNode() && updates > nodes) {
            throw new IllegalArgumentException("trigger updates must be at most the number of nodes, " + nodes
                    + ", because this strategy buffers one update a node: " + updates);
        }
        strategy.requireFits(trigger);
    }
}
