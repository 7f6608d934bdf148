package dev.convoy.experiments.records;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The versions that each node took over, from {@code adoptions.csv}. */
final class AdoptionCheck {
    private final ModelCheck models;
    private final Map<String, TreeMap<Long, Long>> adoptions = new HashMap<>();
    private long lastTimeMs;

    AdoptionCheck(ModelCheck models) {
        this.models = models;
    }

    void row(Row row) throws RunFileException {
        long timeMs = row.milliseconds("time_s");
        long version = row.whole("version");
        if (timeMs < lastTimeMs) {
            throw row.problem("time_s", "earlier than the row before it");
        }
        lastTimeMs = timeMs;
        if (!models.has(version) || models.of(version).milliseconds("time_s") > timeMs) {
            throw row.problem(
                    "version", "version " + version + " was not published by then, says " + RunTable.MODELS.fileName());
        }
        TreeMap<Long, Long> ofNode = adoptions.computeIfAbsent(row.text("node"), n -> new TreeMap<>());
        if (!ofNode.isEmpty() && version <= ofNode.lastEntry().getValue()) {
            throw row.problem("version", "version " + version + " is not newer than the one in use");
        }
        ofNode.put(timeMs, version);
    }

    /** Whether the node used this version at this instant, before or after what else happened then. */
    boolean inUse(String node, long timeMs, long version) {
        return version == usedUpTo(node, timeMs) || version == usedUpTo(node, timeMs - 1);
    }

    long last(String node) {
        return usedUpTo(node, Long.MAX_VALUE);
    }

    private long usedUpTo(String node, long timeMs) {
        TreeMap<Long, Long> ofNode = adoptions.get(node);
        Map.Entry<Long, Long> entry = ofNode == null ? null : ofNode.floorEntry(timeMs);
        return entry == null ? 0 : entry.getValue();
    }
}
