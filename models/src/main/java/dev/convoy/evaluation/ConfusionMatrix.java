package dev.convoy.evaluation;

import java.util.OptionalDouble;

/** How often each class was predicted for each label, in whole numbers, so that taking back leaves no trace. */
final class ConfusionMatrix {
    private final long[] correct;
    private final long[] labels;
    private final long[] predictions;
    private long all;

    ConfusionMatrix(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("at least two classes are needed: " + classes);
        }
        correct = new long[classes];
        labels = new long[classes];
        predictions = new long[classes];
    }

    /** @param sign 1 to count the example, -1 to take it back */
    void count(int predicted, int label, int sign) {
        labels[label] += sign;
        predictions[predicted] += sign;
        all += sign;
        if (predicted == label) {
            correct[label] += sign;
        }
    }

    OptionalDouble accuracy() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum(correct) / all);
    }

    /** The mean recall of the classes that occur among the labels. */
    OptionalDouble balancedAccuracy() {
        double recalls = 0;
        int occurring = 0;
        for (int k = 0; k < labels.length; k++) {
            if (labels[k] > 0) {
                recalls += (double) correct[k] / labels[k];
                occurring++;
            }
        }
        return occurring == 0 ? OptionalDouble.empty() : OptionalDouble.of(recalls / occurring);
    }

    /** Cohen's kappa; undefined where chance alone is always right: one label, and only it was ever predicted. */
    OptionalDouble kappa() {
        long byChance = 0;
        for (int k = 0; k < labels.length; k++) {
            byChance += labels[k] * predictions[k];
        }
        long possible = all * all - byChance;
        return possible == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) (all * sum(correct) - byChance) / possible);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
