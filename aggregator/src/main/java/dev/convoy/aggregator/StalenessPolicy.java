package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/**
 * Which late updates still count, and how much.
 *
 * @param beyond what happens to an update beyond the limit
 * @param weight of an update within the limit
 */
public record StalenessPolicy(StalenessLimit limit, Beyond beyond, StalenessWeight weight) {
    public static StalenessPolicy standard() {
        return new StalenessPolicy(
                new StalenessLimit(Optional.of(4L), Optional.<Duration>empty()),
                Beyond.REJECT,
                StalenessWeight.Polynomial.standard());
    }

    /** What an aggregator does about an update beyond the limit. */
    public enum Beyond {
        /** It is recorded and not used. */
        REJECT
    }
}
