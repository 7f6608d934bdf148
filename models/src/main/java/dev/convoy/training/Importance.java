package dev.convoy.training;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import java.util.ArrayList;
import java.util.List;

/** How much accuracy a model loses when one feature's values are dealt out anew among the rows (Breiman 2001). */
final class Importance {
    private Importance() {}

    /** One number a feature; near 0, or below, where the model does not need it. */
    static List<Double> of(Classifier classifier, LabelledRows rows, Chance chance, Progress progress) {
        double whole = accuracy(classifier, rows);
        List<Double> losses = new ArrayList<>();
        for (int feature = 0; feature < rows.features(); feature++) {
            List<Integer> order = Shuffle.upTo(rows.size(), chance.stream("importance/" + feature));
            List<float[]> mixed = new ArrayList<>(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                float[] values = rows.rows().get(row).clone();
                values[feature] = rows.rows().get(order.get(row))[feature];
                mixed.add(values);
            }
            losses.add(whole - accuracy(classifier, new LabelledRows(mixed, rows.labels(), rows.classes())));
            progress.step("importance", feature + 1, rows.features());
        }
        return losses;
    }

    private static double accuracy(Classifier classifier, LabelledRows rows) {
        return Scores.of(Scores.predict(classifier, rows), rows).accuracy();
    }
}
