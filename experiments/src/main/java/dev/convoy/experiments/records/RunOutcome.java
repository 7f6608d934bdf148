package dev.convoy.experiments.records;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run came to, where its tables are not wanted.
 *
 * @param priced whether a wrong decision has a cost
 * @param decisions whose labels are known, in the order in which they became known; those of the fleet are marked
 * @param accuracy of the fleet over its sliding window at every report instant
 * @param versions of the global model that were published
 * @param adoptions how often a node took over a version
 * @param forwardedBytes sent to the aggregator as rows to learn from
 * @param steps gradient steps of all nodes and of the aggregator together
 */
public record RunOutcome(
        long durationMs,
        int classes,
        boolean priced,
        List<Decided> decisions,
        List<AccuracyAt> accuracy,
        List<RecordedUpdate> updates,
        int versions,
        int adoptions,
        long forwardedBytes,
        long steps,
        Ledger ledger) {
    public RunOutcome {
        decisions = List.copyOf(decisions);
        accuracy = List.copyOf(accuracy);
        updates = List.copyOf(updates);
    }

    /** The accuracy of the fleet at one instant; undefined before the first label. */
    public record AccuracyAt(long timeMs, OptionalDouble accuracy) {}
}
