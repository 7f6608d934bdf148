package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each node sent last, of what was merged; immutable. A node that has sent nothing yet counts as zero. */
public final class Cache {
    private final int nodes;
    private final TreeMap<NodeId, Parameters> last;

    private Cache(int nodes, TreeMap<NodeId, Parameters> last) {
        this.nodes = nodes;
        this.last = last;
    }

    /** @param nodes how many take part, whether they have sent anything or not */
    static Cache empty(int nodes) {
        return new Cache(nodes, new TreeMap<>());
    }

    /** With these in the place of what their nodes sent before; of several of one node, the last counts. */
    Cache with(List<Contribution> contributions) {
        TreeMap<NodeId, Parameters> newer = new TreeMap<>(last);
        contributions.forEach(c -> newer.put(c.node(), c.parameters()));
        return new Cache(nodes, newer);
    }

    int nodes() {
        return nodes;
    }

    Optional<Parameters> of(NodeId node) {
        return Optional.ofNullable(last.get(node));
    }

    /** One a node that has sent something, in the order of the nodes. */
    List<Parameters> all() {
        return List.copyOf(last.values());
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(nodes);
        out.writeInt(last.size());
        for (Map.Entry<NodeId, Parameters> entry : last.entrySet()) {
            out.writeInt(entry.getKey().number());
            entry.getValue().writeTo(out);
        }
    }

    static Cache restore(DataInput in) throws IOException {
        int nodes = in.readInt();
        TreeMap<NodeId, Parameters> last = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            last.put(new NodeId(in.readInt()), Parameters.readFrom(in));
        }
        return new Cache(nodes, last);
    }
}
