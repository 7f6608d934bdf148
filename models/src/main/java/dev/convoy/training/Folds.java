package dev.convoy.training;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Cross-validation that keeps groups together; folds are independent of each other, so all cores work on them. */
final class Folds {
    private final int[] fold;
    private final int folds;

    /** The mean accuracy over the folds, and its standard error. */
    record Score(double accuracy, double standardError) {}

    Folds(GroupedSplit split, int folds) {
        this.fold = split.folds(folds);
        this.folds = folds;
    }

    /**
     * Trains on all folds but one and scores that one, for each of them.
     *
     * @param train is called by several threads at once
     */
    Score score(LabelledRows rows, Function<LabelledRows, Classifier> train) {
        double[] accuracies = IntStream.range(0, folds)
                .parallel()
                .mapToDouble(k -> accuracy(rows, k, train))
                .toArray();
        double mean = Arrays.stream(accuracies).sum() / folds;
        double squares = 0;
        for (double accuracy : accuracies) {
            squares += (accuracy - mean) * (accuracy - mean);
        }
        return new Score(mean, Math.sqrt(squares / (folds - 1) / folds));
    }

    private double accuracy(LabelledRows rows, int k, Function<LabelledRows, Classifier> train) {
        LabelledRows held = rows.select(rowsOf(k, true));
        Classifier classifier = train.apply(rows.select(rowsOf(k, false)));
        return Scores.of(classifier.predict(held.rows()), held).accuracy();
    }

    private List<Integer> rowsOf(int k, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(row -> fold[row] == k == inside)
                .boxed()
                .toList();
    }
}
