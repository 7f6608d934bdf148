package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/**
 * One model on all data: the nodes forward their labelled rows, the aggregator trains on them as all nodes together
 * would, and the nodes predict with the newest version that has reached them. What federation is measured against.
 *
 * @param every run time between the instants at which the aggregator trains
 */
public record Central(Duration every) implements Unmerged {
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
}
