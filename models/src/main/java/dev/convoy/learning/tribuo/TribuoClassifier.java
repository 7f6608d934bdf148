package dev.convoy.learning.tribuo;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** A trained model of Tribuo. */
final class TribuoClassifier implements Classifier {
    private final Model<Label> model;
    private final Examples examples;
    private final int classes;

    TribuoClassifier(Model<Label> model, Examples examples, int classes) {
        this.model = model;
        this.examples = examples;
        this.classes = classes;
    }

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        List<Probabilities> predictions = new ArrayList<>(rows.size());
        for (float[] row : rows) {
            predictions.add(probabilities(model.predict(examples.example(row)).getOutputScores()));
        }
        return predictions;
    }

    /** A class that did not occur in training has probability 0. */
    private Probabilities probabilities(Map<String, Label> scores) {
        double[] values = new double[classes];
        for (int label = 0; label < classes; label++) {
            Label score = scores.get(Integer.toString(label));
            values[label] = score == null ? 0 : score.getScore();
        }
        return Probabilities.of(values);
    }
}
