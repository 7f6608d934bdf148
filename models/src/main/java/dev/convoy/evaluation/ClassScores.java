package dev.convoy.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How well one class was told from the others, or a mean over classes.
 *
 * @param precision tp / (tp + fp); undefined for a class that was never predicted
 * @param recall tp / (tp + fn); undefined for a class that never occurred
 * @param f1 the harmonic mean of the two, 0 where nothing of the class was right; undefined for a class that neither
 *     occurred nor was predicted
 * @param support how many examples have this label
 */
public record ClassScores(OptionalDouble precision, OptionalDouble recall, OptionalDouble f1, long support) {
    /**
     * @param right examples of the class that were predicted to be of it
     * @param predicted examples predicted to be of it
     */
    static ClassScores of(long right, long predicted, long support) {
        return new ClassScores(
                Ratio.of(right, predicted),
                Ratio.of(right, support),
                Ratio.of(2 * right, predicted + support),
                support);
    }

    /**
     * The unweighted mean over the classes that occurred or were predicted; for one of them that was never predicted,
     * or never occurred, what is undefined counts as 0 (as scikit-learn's report does).
     */
    public static ClassScores macro(List<ClassScores> classes) {
        List<ClassScores> there =
                classes.stream().filter(scores -> scores.f1().isPresent()).toList();
        long support = classes.stream().mapToLong(ClassScores::support).sum();
        if (there.isEmpty()) {
            return new ClassScores(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), support);
        }
        double precisions = 0;
        double recalls = 0;
        double harmonic = 0;
        for (ClassScores scores : there) {
            precisions += scores.precision().orElse(0);
            recalls += scores.recall().orElse(0);
            harmonic += scores.f1().orElse(0);
        }
        return new ClassScores(
                OptionalDouble.of(precisions / there.size()),
                OptionalDouble.of(recalls / there.size()),
                OptionalDouble.of(harmonic / there.size()),
                support);
    }
}
