package dev.convoy.edgenode;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.telemetry.Outcome;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Outcomes and models that arrived while the node was down. All become known to it at one instant, so their order must
 * follow from the records: models by version, outcomes by vehicle and leg.
 */
final class Backlog {
    private static final Comparator<Outcome> ORDER =
            Comparator.comparing(Outcome::vehicle).thenComparingLong(Outcome::leg);

    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<GlobalModel> models = new ArrayList<>();

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void add(GlobalModel model) {
        models.add(model);
    }

    boolean isEmpty() {
        return outcomes.isEmpty() && models.isEmpty();
    }

    void drain(Consumer<GlobalModel> modelHandler, Consumer<Outcome> outcomeHandler) {
        models.sort(Comparator.comparingLong(GlobalModel::version));
        models.forEach(modelHandler);
        models.clear();
        outcomes.sort(ORDER);
        outcomes.forEach(outcomeHandler);
        outcomes.clear();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(outcomes.size());
        for (Outcome outcome : outcomes) {
            write(outcome, out);
        }
        out.writeInt(models.size());
        for (GlobalModel model : models) {
            model.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            outcomes.add(readOutcome(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            models.add(GlobalModel.readFrom(in));
        }
    }

    private static void write(Outcome outcome, DataOutput out) throws IOException {
        out.writeUTF(outcome.vehicle());
        out.writeLong(outcome.leg());
        Binary.writeLabel(outcome.label(), out);
        out.writeLong(outcome.decidedAtMs());
        out.writeDouble(outcome.energyKwh());
        out.writeLong(outcome.timeMs());
    }

    private static Outcome readOutcome(DataInput in) throws IOException {
        return new Outcome(
                in.readUTF(), in.readLong(), Binary.readLabel(in), in.readLong(), in.readDouble(), in.readLong());
    }
}
