package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import java.util.Comparator;

/**
 * A prediction whose label is known, as read from the file.
 *
 * @param timeMs at which it was made
 * @param probability that it gave to the label
 * @param decision the cell: empty, {@code node} or {@code fleet}
 */
record LabelledPrediction(
        long line,
        long timeMs,
        long labelTimeMs,
        int node,
        String vehicle,
        long leg,
        long sequence,
        int predicted,
        int label,
        double probability,
        String decision,
        boolean contested,
        Baselines baselines) {
    static final Comparator<LabelledPrediction> ORDER = Comparator.comparingLong(LabelledPrediction::labelTimeMs)
            .thenComparingInt(LabelledPrediction::node)
            .thenComparing(LabelledPrediction::vehicle)
            .thenComparingLong(LabelledPrediction::leg)
            .thenComparingLong(LabelledPrediction::sequence);

    boolean isDecision() {
        return !decision.isEmpty();
    }

    boolean isFleetDecision() {
        return decision.equals(PredictionRows.FLEET_DECISION);
    }
}
