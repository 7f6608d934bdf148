package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/**
 * Which late updates still count, and how much.
 *
 * @param beyond what is done about updates beyond the limit
 * @param weight of an update within the limit
 */
public record StalenessPolicy(StalenessLimit limit, Beyond beyond, StalenessWeight weight) {
    public StalenessPolicy {
        if (weight.measuresDistance() && limit.versions().isEmpty()) {
            throw new IllegalArgumentException("limit must have versions, because the weight is by the distance of"
                    + " models and every version within the limit is kept: none");
        }
        if (beyond.actsEarly() && limit.versions().isEmpty() && limit.age().isPresent()) {
            throw new IllegalArgumentException("staleness beyond: only reject goes with a limit of age alone; to wait,"
                    + " pull or pace, versions must tell which node falls behind");
        }
        if (beyond.actsEarly() && limit.versions().equals(Optional.of(0L))) {
            throw new IllegalArgumentException("staleness beyond: only reject goes with a limit of 0 versions, at which"
                    + " every node falls behind with every version");
        }
    }

    public static StalenessPolicy standard() {
        return new StalenessPolicy(
                new StalenessLimit(Optional.of(4L), Optional.<Duration>empty()),
                Beyond.Reject.standard(),
                StalenessWeight.Polynomial.standard());
    }

    /** How many versions before the newest the weight may ask for. */
    long reach() {
        return weight.measuresDistance() ? limit.versions().orElseThrow() : 0;
    }
}
