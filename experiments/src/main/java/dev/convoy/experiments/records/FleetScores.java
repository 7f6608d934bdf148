package dev.convoy.experiments.records;

import dev.convoy.evaluation.PrequentialScores;
import dev.convoy.metric.Scores;

/** The scores of the fleet over its sliding window, followed through a run. */
final class FleetScores {
    private final PredictionColumns predictions;
    private final int[] labelled;
    private final PrequentialScores window;
    private int next;

    /** @param labelled rows in the order in which their labels became known */
    FleetScores(PredictionColumns predictions, int[] labelled) {
        this.predictions = predictions;
        this.labelled = labelled;
        this.window =
                new PrequentialScores(predictions.classes(), PrequentialScores.FLEET_DECISIONS, PrequentialScores.ROWS);
    }

    /** With what became known up to and with this instant, which must not lie before the one asked for last. */
    Scores at(long timeMs) {
        while (next < labelled.length && predictions.labelTimeMs(labelled[next]) <= timeMs) {
            int row = labelled[next++];
            int label = predictions.label(row).orElseThrow();
            window.labelled(predictions.predicted(row) == label);
            if (predictions.decision(row) == PredictionColumns.DECISION_FLEET) {
                window.decided(Decided.scored(predictions, row));
            }
        }
        return window.scores();
    }
}
