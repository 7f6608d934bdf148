package dev.convoy.metric;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much telemetry the fleet sent, at the end of the run.
 *
 * @param produced records for each node's number that arrive before the end
 * @param outcomes legs whose outcome was published
 */
public record FleetLedger(long timeMs, SortedMap<Integer, Long> produced, long outcomes) implements Metric {
    public FleetLedger {
        produced = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(produced));
    }
}
