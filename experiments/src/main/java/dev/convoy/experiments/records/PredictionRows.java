package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import java.io.IOException;

/** The rows of {@code predictions.csv.gz}. */
final class PredictionRows implements RunWriter.Rows {
    static final String NODE_DECISION = "node";
    static final String FLEET_DECISION = "fleet";
    private static final String[] DECISIONS = {"", NODE_DECISION, FLEET_DECISION};

    private final PredictionColumns predictions;
    private final int[] order;
    private final VersionHistory history;

    PredictionRows(PredictionColumns predictions, int[] order, VersionHistory history) {
        this.predictions = predictions;
        this.order = order.clone();
        this.history = history;
    }

    @Override
    public void write(TableWriter table) throws IOException {
        table.rows(order.length, i -> cells(order[i]));
    }

    private String[] cells(int row) {
        boolean labelled = predictions.label(row).isPresent();
        Baselines baselines = predictions.baselines(row);
        return new String[] {
            Cells.seconds(predictions.timeMs(row)),
            predictions.nodeName(row),
            predictions.vehicle(row),
            Cells.whole(predictions.leg(row)),
            Cells.whole(predictions.sequence(row)),
            Cells.whole(predictions.version(row)),
            Cells.whole(history.newestAt(predictions.timeMs(row)) - predictions.version(row)),
            predictions.probabilities(row),
            Cells.whole(predictions.predicted(row)),
            DECISIONS[predictions.decision(row)],
            predictions.contested(row) ? "1" : "0",
            Cells.whole(predictions.label(row)),
            labelled ? Cells.seconds(predictions.labelTimeMs(row)) : "",
            Cells.whole(baselines.majority()),
            Cells.whole(baselines.noChange()),
            Cells.whole(baselines.lastOfVehicle()),
            Cells.whole(baselines.rule())
        };
    }
}
