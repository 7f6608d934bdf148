package dev.convoy.edgenode;

import dev.convoy.prediction.Resolution.Ending;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * How the wait for a leg's label ended.
 *
 * @param label present if and only if it was scored
 * @param decidedAtMs when the vehicle passed the decision point; without meaning where there is no label
 * @param timeMs run time at which the node knew
 */
record Verdict(Ending ending, OptionalInt label, long decidedAtMs, long timeMs) {
    private static final Ending[] ENDINGS = Ending.values();

    static Verdict unlabelled(Ending ending, long timeMs) {
        return new Verdict(ending, OptionalInt.empty(), 0, timeMs);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeByte(ending.ordinal());
        Binary.writeLabel(label, out);
        out.writeLong(decidedAtMs);
        out.writeLong(timeMs);
    }

    static Verdict readFrom(DataInput in) throws IOException {
        return new Verdict(ENDINGS[in.readByte()], Binary.readLabel(in), in.readLong(), in.readLong());
    }
}
