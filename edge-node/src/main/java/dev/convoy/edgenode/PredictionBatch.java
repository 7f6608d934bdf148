package dev.convoy.edgenode;

import dev.convoy.learning.Learner;
import dev.convoy.learning.Probabilities;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that wait to be predicted in one call, for speed, and legs that have ended meanwhile, whose rows may be among
 * them. The model must not change while anything waits.
 */
final class PredictionBatch {
    static final int MAXIMUM_ROWS = 1024;

    private final List<Example> rows = new ArrayList<>();
    private final List<EndedLeg> ended = new ArrayList<>();

    void add(Example row) {
        row.waitAt(rows.size());
        rows.add(row);
    }

    /** From now on the leg gets no more rows. */
    void end(PendingLeg leg, Verdict verdict) {
        ended.add(new EndedLeg(leg, verdict));
    }

    boolean hasEnded() {
        return !ended.isEmpty();
    }

    boolean isFull() {
        return rows.size() >= MAXIMUM_ROWS;
    }

    /** @return the rows that waited, now predicted, in the order of their arrival */
    List<Example> predict(Learner learner) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<float[]> inputs = new ArrayList<>(rows.size());
        for (Example row : rows) {
            inputs.add(row.features());
        }
        List<Probabilities> results = learner.predict(inputs);
        List<Example> predicted = List.copyOf(rows);
        for (int i = 0; i < predicted.size(); i++) {
            predicted.get(i).predicted(results.get(i));
        }
        rows.clear();
        return predicted;
    }

    /** The legs that ended, in that order; all their rows are predicted. */
    List<EndedLeg> takeEnded() {
        List<EndedLeg> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    List<Example> rows() {
        return rows;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows.size());
        for (Example row : rows) {
            row.writeTo(out);
        }
        out.writeInt(ended.size());
        for (EndedLeg each : ended) {
            each.leg.writeTo(out);
            each.verdict.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(Example.readFrom(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            end(PendingLeg.readFrom(in, rows), Verdict.readFrom(in));
        }
    }

    /** A leg that gets no more rows, with the reason. */
    record EndedLeg(PendingLeg leg, Verdict verdict) {}
}
