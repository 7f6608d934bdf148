package dev.convoy.aggregator;

import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which nodes have fallen so far behind that their next update may be beyond the staleness limit. A node's next update
 * goes back to the version that its last one went back to, or to a newer one; before the first, to version 0.
 */
final class Stragglers {
    private final long limit;
    private final SortedMap<NodeId, Long> bases = new TreeMap<>();
    private final SortedSet<NodeId> excused = new TreeSet<>();

    /** @param limit in versions */
    Stragglers(Collection<NodeId> nodes, long limit) {
        this.limit = limit;
        nodes.forEach(node -> bases.put(node, 0L));
    }

    /** An update came that goes back to this version. */
    void heard(NodeId node, long baseVersion) {
        bases.merge(node, baseVersion, Math::max);
        excused.remove(node);
    }

    /** Those whose next update may be beyond the limit if this is the newest version when it comes. */
    SortedSet<NodeId> behind(long version) {
        SortedSet<NodeId> behind = new TreeSet<>();
        bases.forEach((node, base) -> {
            if (version - base > limit && !excused.contains(node)) {
                behind.add(node);
            }
        });
        return behind;
    }

    /** They do not count until they are heard of again. */
    void excuse(Collection<NodeId> nodes) {
        excused.addAll(nodes);
    }

    void snapshot(DataOutput out) throws IOException {
        for (long base : bases.values()) {
            out.writeLong(base);
        }
        NodeSets.write(excused, out);
    }

    void restore(DataInput in) throws IOException {
        for (NodeId node : bases.keySet()) {
            bases.put(node, in.readLong());
        }
        NodeSets.read(excused, in);
    }
}
