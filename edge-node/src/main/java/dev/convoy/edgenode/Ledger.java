package dev.convoy.edgenode;

import dev.convoy.metric.NodeLedger;
import dev.convoy.prediction.Resolution.Ending;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Counts what became of every telemetry record. */
final class Ledger {
    private final long[] byPhase = new long[Phase.values().length];
    private final long[] byEnding = new long[Ending.values().length];
    private long predicted;
    private long unserved;
    private long ignored;

    void unserved() {
        unserved++;
    }

    void ignored() {
        ignored++;
    }

    void predicted(Phase phase) {
        predicted++;
        byPhase[phase.ordinal()]++;
    }

    void ended(Ending ending, int rows) {
        byEnding[ending.ordinal()] += rows;
    }

    long predicted() {
        return predicted;
    }

    NodeLedger closed(NodeId node, long timeMs, long updates, long steps) {
        return new NodeLedger(
                node,
                timeMs,
                predicted,
                unserved,
                ignored,
                byEnding[Ending.SCORED.ordinal()],
                byPhase[Phase.PARKED.ordinal()],
                byPhase[Phase.CHARGING.ordinal()],
                byPhase[Phase.NO_STATION.ordinal()],
                byEnding[Ending.EXIT.ordinal()],
                byEnding[Ending.END.ordinal()],
                byEnding[Ending.EXPIRED.ordinal()],
                updates,
                steps);
    }

    void writeTo(DataOutput out) throws IOException {
        for (long count : byPhase) {
            out.writeLong(count);
        }
        for (long count : byEnding) {
            out.writeLong(count);
        }
        out.writeLong(predicted);
        out.writeLong(unserved);
        out.writeLong(ignored);
    }

    void readFrom(DataInput in) throws IOException {
        for (int i = 0; i < byPhase.length; i++) {
            byPhase[i] = in.readLong();
        }
        for (int i = 0; i < byEnding.length; i++) {
            byEnding[i] = in.readLong();
        }
        predicted = in.readLong();
        unserved = in.readLong();
        ignored = in.readLong();
    }
}
