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
    public StalenessPolicy {
        if (weight.measuresDistance() && limit.versions().isEmpty()) {
            throw new IllegalArgumentException("limit must have versions, because the weight is by the distance of"
                    + " models and every version within the limit is kept: none");
        }
    }

    public static StalenessPolicy standard() {
        return new StalenessPolicy(
                new StalenessLimit(Optional.of(4L), Optional.<Duration>empty()),
                Beyond.REJECT,
                StalenessWeight.Polynomial.standard());
    }

    /** How many versions before the newest the weight may ask for. */
    long reach() {
        return weight.measuresDistance() ? limit.versions().orElseThrow() : 0;
    }

    /** What an aggregator does about an update beyond the limit. */
    public enum Beyond {
        /** It is recorded and not used. */
        REJECT
    }
}
