package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collection;

/** The binary form of parameters and updates in a snapshot, whose integrity is the engine's to check. */
final class State {
    private State() {}

    static void writeParameters(Parameters parameters, DataOutput out) throws IOException {
        out.writeInt(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            out.writeFloat(parameters.get(i));
        }
    }

    static Parameters readParameters(DataInput in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return Parameters.of(values);
    }

    static void writeNodes(Collection<NodeId> nodes, DataOutput out) throws IOException {
        out.writeInt(nodes.size());
        for (NodeId node : nodes) {
            out.writeInt(node.number());
        }
    }

    /** In the order in which they were written, in place of what was there. */
    static void readNodes(Collection<NodeId> nodes, DataInput in) throws IOException {
        nodes.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            nodes.add(new NodeId(in.readInt()));
        }
    }

    static void writeUpdate(ModelUpdate update, DataOutput out) throws IOException {
        out.writeInt(update.node().number());
        out.writeLong(update.round());
        out.writeLong(update.baseVersion());
        out.writeInt(update.examples());
        out.writeLong(update.dataEndedMs());
        out.writeDouble(update.accuracy());
        out.writeUTF(update.content().name());
        writeParameters(update.parameters(), out);
    }

    static ModelUpdate readUpdate(DataInput in) throws IOException {
        return new ModelUpdate(
                new NodeId(in.readInt()),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readLong(),
                in.readDouble(),
                ModelUpdate.Content.valueOf(in.readUTF()),
                readParameters(in));
    }
}
