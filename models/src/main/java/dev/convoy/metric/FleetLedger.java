package dev.convoy.metric;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much telemetry the fleet sent, at the end of the run; each part by the number of the node it was for.
 *
 * @param produced records that arrive before the end or were lost by then
 * @param lost those of them that never arrive
 * @param copies that arrive beside the record itself
 * @param outcomes legs whose outcome was published
 */
public record FleetLedger(
        long timeMs,
        SortedMap<Integer, Long> produced,
        SortedMap<Integer, Long> lost,
        SortedMap<Integer, Long> copies,
        long outcomes)
        implements Metric {
    public FleetLedger {
        produced = Collections.unmodifiableSortedMap(new TreeMap<>(produced));
        lost = Collections.unmodifiableSortedMap(new TreeMap<>(lost));
        copies = Collections.unmodifiableSortedMap(new TreeMap<>(copies));
    }

    /** Where all that was sent arrived, once. */
    public FleetLedger(long timeMs, SortedMap<Integer, Long> produced, long outcomes) {
        this(timeMs, produced, Collections.emptySortedMap(), Collections.emptySortedMap(), outcomes);
    }
}
