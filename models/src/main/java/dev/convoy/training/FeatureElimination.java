package dev.convoy.training;

import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.tribuo.LinearTrainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recursive feature elimination (Guyon et al. 2002) with logistic regression: again and again the feature of the
 * smallest weight goes. Kept are the fewest features whose cross-validated accuracy lies within one standard error of the
 * best (Breiman et al. 1984).
 */
public final class FeatureElimination {
    private final LinearTrainer trainer;
    private final Folds folds;
    private final Progress progress;

    /** A set of features with its score; features are numbers, in ascending order. */
    public record Step(List<Integer> features, double accuracy, double standardError) {}

    FeatureElimination(LinearTrainer trainer, Folds folds, Progress progress) {
        this.trainer = trainer;
        this.folds = folds;
        this.progress = progress;
    }

    /** All steps, from all features to one. */
    List<Step> steps(LabelledRows rows) {
        List<Step> steps = new ArrayList<>();
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, rows.features()).boxed().toList());
        while (!left.isEmpty()) {
            LabelledRows narrow = rows.withFeatures(left);
            Folds.Score score = folds.score(narrow, trainer::train);
            steps.add(new Step(List.copyOf(left), score.accuracy(), score.standardError()));
            left.remove(lightest(trainer.train(narrow).weights()));
            progress.step("feature elimination", steps.size(), rows.features());
        }
        return steps;
    }

    static Step chosen(List<Step> steps) {
        Step best =
                steps.stream().max(Comparator.comparingDouble(Step::accuracy)).orElseThrow();
        return steps.stream()
                .filter(step -> step.accuracy() >= best.accuracy() - best.standardError())
                .min(Comparator.comparingInt(step -> step.features().size()))
                .orElseThrow();
    }

    private static int lightest(List<Double> weights) {
        int lightest = 0;
        for (int i = 1; i < weights.size(); i++) {
            lightest = weights.get(i) < weights.get(lightest) ? i : lightest;
        }
        return lightest;
    }
}
