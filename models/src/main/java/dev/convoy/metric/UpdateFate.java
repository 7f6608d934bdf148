package dev.convoy.metric;

import dev.convoy.telemetry.NodeId;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What became of one update that arrived; each has exactly one fate.
 *
 * @param timeMs run time of the decision
 * @param staleness the version then minus the update's base version
 * @param ageMs run time of the decision minus the end of the update's training data
 * @param reason empty if aggregated, else why not
 * @param weight the coefficient the strategy really applied, before any server optimiser; 0 if it was not aggregated,
 *     empty if it was by a strategy that has no coefficients, such as a median
 * @param versionAfter the version it went into
 */
public record UpdateFate(
        NodeId node,
        long round,
        long timeMs,
        long staleness,
        long ageMs,
        Fate fate,
        String reason,
        OptionalDouble weight,
        OptionalLong versionAfter)
        implements Metric {
    public UpdateFate {
        if (fate != Fate.AGGREGATED && weight.isEmpty()) {
            throw new IllegalArgumentException("what is not aggregated has the weight 0: " + fate);
        }
        if ((fate == Fate.AGGREGATED) != versionAfter.isPresent()) {
            throw new IllegalArgumentException(
                    "only what is aggregated goes into a version: " + fate + ", " + versionAfter);
        }
    }

    /** The ends an update can have. */
    public enum Fate {
        AGGREGATED,
        REJECTED,
        /** Replaced in the buffer by a newer one of the same node. */
        SUPERSEDED,
        /** Lost on the link. */
        LOST,
        /** In flight or buffered at the end of the run. */
        UNFINISHED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
