package dev.convoy.training;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ConfusionMatrix;
import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Probabilities;
import java.util.ArrayList;
import java.util.List;

/** How well a model told the classes of some rows. */
public record Scores(double accuracy, double balancedAccuracy, ClassReport report) {
    private static final int LARGEST_BATCH = 4_096;

    static Scores of(List<Probabilities> predictions, LabelledRows rows) {
        ConfusionMatrix matrix = new ConfusionMatrix(rows.classes());
        for (int row = 0; row < rows.size(); row++) {
            matrix.count(predictions.get(row).predicted(), rows.label(row), 1);
        }
        return new Scores(matrix.accuracy().orElse(0), matrix.balancedAccuracy().orElse(0), matrix.report());
    }

    /** In batches, so that no table is too long for the memory of a library. */
    static List<Probabilities> predict(Classifier classifier, LabelledRows rows) {
        List<Probabilities> predictions = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += LARGEST_BATCH) {
            predictions.addAll(
                    classifier.predict(rows.rows().subList(from, Math.min(rows.size(), from + LARGEST_BATCH))));
        }
        return predictions;
    }
}
