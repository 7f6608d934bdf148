package dev.convoy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How often each class was predicted for each label, in whole numbers, so that taking back leaves no trace. */
public final class ConfusionMatrix {
    private final int classes;
    /** Row by row, one for each label. */
    private final long[] cells;

    private final long[] labels;
    private final long[] predictions;
    private long all;
    private long correct;

    public ConfusionMatrix(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("at least two classes are needed: " + classes);
        }
        this.classes = classes;
        cells = new long[classes * classes];
        labels = new long[classes];
        predictions = new long[classes];
    }

    /** @param sign 1 to count the example, -1 to take it back */
    public void count(int predicted, int label, int sign) {
        cells[label * classes + predicted] += sign;
        labels[label] += sign;
        predictions[predicted] += sign;
        all += sign;
        if (predicted == label) {
            correct += sign;
        }
    }

    public OptionalDouble accuracy() {
        return Ratio.of(correct, all);
    }

    /** The mean recall of the classes that occur among the labels. */
    public OptionalDouble balancedAccuracy() {
        double recalls = 0;
        int occurring = 0;
        for (int k = 0; k < classes; k++) {
            if (labels[k] > 0) {
                recalls += (double) right(k) / labels[k];
                occurring++;
            }
        }
        return occurring == 0 ? OptionalDouble.empty() : OptionalDouble.of(recalls / occurring);
    }

    /** Cohen's kappa; undefined where chance alone is always right: one label, and only it was ever predicted. */
    public OptionalDouble kappa() {
        long byChance = 0;
        for (int k = 0; k < classes; k++) {
            byChance += labels[k] * predictions[k];
        }
        return Ratio.of(all * correct - byChance, all * all - byChance);
    }

    /** What can be said of each class, and of all together. */
    public ClassReport report() {
        List<ClassScores> scores = new ArrayList<>();
        List<ClassReport.Cell> counted = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            scores.add(ClassScores.of(right(label), predictions[label], labels[label]));
            for (int predicted = 0; predicted < classes; predicted++) {
                long count = cells[label * classes + predicted];
                if (count > 0) {
                    counted.add(new ClassReport.Cell(label, predicted, count));
                }
            }
        }
        return new ClassReport(scores, ClassScores.macro(scores), ClassScores.of(correct, all, all), counted);
    }

    private long right(int label) {
        return cells[label * classes + label];
    }
}
