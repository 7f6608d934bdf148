package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;

/** How the values that several parts of a snapshot hold are written. */
final class Binary {
    private static final int EMPTY = -1;

    private Binary() {}

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
}
