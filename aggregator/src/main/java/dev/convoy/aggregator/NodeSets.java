package dev.convoy.aggregator;

import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;

/** The binary form of nodes in a snapshot, whose integrity is the engine's to check. */
final class NodeSets {
    private NodeSets() {}

    static void write(Collection<NodeId> nodes, DataOutput out) throws IOException {
        out.writeInt(nodes.size());
        for (NodeId node : nodes) {
            out.writeInt(node.number());
        }
    }

    /** In the order in which they were written, in place of what was there. */
    static void read(Collection<NodeId> nodes, DataInput in) throws IOException {
        nodes.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            nodes.add(new NodeId(in.readInt()));
        }
    }
}
