package dev.convoy.replay;

import dev.convoy.telemetry.Outcome;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.OptionalInt;

/**
 * A label that is not known yet.
 *
 * @param row its place in the stream
 * @param dueMs run time at which it becomes known, unless so many rows decide that
 * @param node the index of the node that has the row
 */
record PendingOutcome(long row, long dueMs, int node, String vehicle, long leg, int label, long decidedAtMs) {
    static final Comparator<PendingOutcome> ORDER =
            Comparator.comparing(PendingOutcome::vehicle).thenComparingLong(PendingOutcome::leg);

    Outcome known(long nowMs) {
        return new Outcome(vehicle, leg, OptionalInt.of(label), decidedAtMs, 0, nowMs);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(row);
        out.writeLong(dueMs);
        out.writeInt(node);
        out.writeUTF(vehicle);
        out.writeLong(leg);
        out.writeInt(label);
        out.writeLong(decidedAtMs);
    }

    static PendingOutcome readFrom(DataInput in) throws IOException {
        return new PendingOutcome(
                in.readLong(), in.readLong(), in.readInt(), in.readUTF(), in.readLong(), in.readInt(), in.readLong());
    }
}
