package dev.convoy.experiments.records;

import dev.convoy.evaluation.ScoredDecision;
import java.util.Arrays;
import java.util.List;

/**
 * A decision whose label is known, with what tells which slices it belongs to.
 *
 * @param timeMs at which it was made
 * @param labelTimeMs at which its label became known
 * @param node that made it, by number
 * @param ofFleet whether it is the last of all nodes' for its leg
 */
public record Decided(long timeMs, long labelTimeMs, int node, String vehicle, boolean ofFleet, ScoredDecision scored) {
    /** @param labelled rows in the order in which their labels became known, which is kept */
    static List<Decided> of(PredictionColumns predictions, int[] labelled) {
        return Arrays.stream(labelled)
                .filter(row -> predictions.decision(row) != PredictionColumns.DECISION_NONE)
                .mapToObj(row -> new Decided(
                        predictions.timeMs(row),
                        predictions.labelTimeMs(row),
                        predictions.node(row).number(),
                        predictions.vehicle(row),
                        predictions.decision(row) == PredictionColumns.DECISION_FLEET,
                        scored(predictions, row)))
                .toList();
    }

    static ScoredDecision scored(PredictionColumns predictions, int row) {
        int label = predictions.label(row).orElseThrow();
        return new ScoredDecision(
                predictions.predicted(row),
                label,
                predictions.probability(row, label),
                predictions.contested(row),
                predictions.baselines(row));
    }

    /** @param labelled in the order in which their labels became known, which is kept */
    static List<Decided> of(List<LabelledPrediction> labelled) {
        return labelled.stream()
                .filter(LabelledPrediction::isDecision)
                .map(p -> new Decided(
                        p.timeMs(),
                        p.labelTimeMs(),
                        p.node(),
                        p.vehicle(),
                        p.isFleetDecision(),
                        new ScoredDecision(p.predicted(), p.label(), p.probability(), p.contested(), p.baselines())))
                .toList();
    }
}
