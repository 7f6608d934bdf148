package dev.convoy.edgenode;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.FloatArrays;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;

/** How the values that several parts of a snapshot hold are written. */
final class Binary {
    private static final int EMPTY = -1;
    private static final Content[] CONTENTS = Content.values();

    private Binary() {}

    static void writeParameters(Parameters parameters, DataOutput out) throws IOException {
        FloatArrays.write(parameters.toArray(), out);
    }

    static Parameters readParameters(DataInput in) throws IOException {
        return Parameters.of(FloatArrays.read(in));
    }

    /** A class number, or none. */
    static void writeLabel(OptionalInt label, DataOutput out) throws IOException {
        out.writeInt(label.orElse(EMPTY));
    }

    static OptionalInt readLabel(DataInput in) throws IOException {
        int label = in.readInt();
        return label == EMPTY ? OptionalInt.empty() : OptionalInt.of(label);
    }

    static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static void writeUpdate(ModelUpdate update, DataOutput out) throws IOException {
        out.writeInt(update.node().number());
        out.writeLong(update.round());
        out.writeLong(update.baseVersion());
        out.writeInt(update.examples());
        out.writeLong(update.dataEndedMs());
        out.writeDouble(update.accuracy());
        out.writeByte(update.content().ordinal());
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
                CONTENTS[in.readByte()],
                readParameters(in));
    }

    static void writeModel(GlobalModel model, DataOutput out) throws IOException {
        out.writeLong(model.version());
        out.writeLong(model.timeMs());
        out.writeInt(model.updates());
        out.writeDouble(model.meanStaleness());
        out.writeLong(model.maxStaleness());
        out.writeDouble(model.stepNorm());
        writeParameters(model.parameters(), out);
    }

    static GlobalModel readModel(DataInput in) throws IOException {
        return new GlobalModel(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                readParameters(in));
    }
}
