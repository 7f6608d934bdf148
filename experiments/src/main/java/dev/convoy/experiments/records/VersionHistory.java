package dev.convoy.experiments.records;

import java.util.Map;
import java.util.TreeMap;

/** When each version of the global model was published. */
final class VersionHistory {
    private final TreeMap<Long, Long> newest = new TreeMap<>();

    void published(long timeMs, long version) {
        newest.merge(timeMs, version, Math::max);
    }

    /** The newest version published up to and with this instant; 0 before the first. */
    long newestAt(long timeMs) {
        Map.Entry<Long, Long> entry = newest.floorEntry(timeMs);
        return entry == null ? 0 : entry.getValue();
    }
}
