package dev.convoy.evaluation.tribuo;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.evaluation.ScoredDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tribuo.Feature;
import org.tribuo.MutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.ConfusionMetrics;
import org.tribuo.classification.evaluation.LabelConfusionMatrix;
import org.tribuo.evaluation.metrics.MetricTarget;
import org.tribuo.impl.ListExample;

/** Labelled decisions as Tribuo evaluates them. */
public final class TribuoEvaluation {
    /** An example of Tribuo's needs a feature; its evaluation looks at none. */
    private static final List<Feature> ANY = List.of(new Feature("any", 1));

    private static final ClassScores NOTHING =
            new ClassScores(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);

    private final int classes;
    private final SortedSet<Integer> occurring;
    private final LabelConfusionMatrix matrix;

    private TribuoEvaluation(int classes, SortedSet<Integer> occurring, LabelConfusionMatrix matrix) {
        this.classes = classes;
        this.occurring = occurring;
        this.matrix = matrix;
    }

    /** The report on these decisions, in any order. */
    public static ClassReport of(int classes, List<ScoredDecision> decisions) {
        if (decisions.isEmpty()) {
            return new ClassReport(Collections.nCopies(classes, NOTHING), NOTHING, NOTHING, List.of());
        }
        // Tribuo's macro averages are over the domain: what neither occurred nor was predicted stays out of it.
        SortedSet<Integer> occurring = new TreeSet<>();
        decisions.forEach(decision -> occurring.addAll(List.of(decision.label(), decision.predicted())));
        MutableOutputInfo<Label> domain = new LabelFactory().generateInfo();
        occurring.forEach(k -> domain.observe(label(k)));
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (ScoredDecision decision : decisions) {
            predictions.add(
                    new Prediction<>(label(decision.predicted()), 1, new ListExample<>(label(decision.label()), ANY)));
        }
        LabelConfusionMatrix matrix = new LabelConfusionMatrix(domain.generateImmutableOutputInfo(), predictions);
        return new TribuoEvaluation(classes, occurring, matrix).report();
    }

    private static Label label(int number) {
        return new Label(Integer.toString(number));
    }

    private ClassReport report() {
        List<ClassScores> scores = new ArrayList<>();
        List<ClassReport.Cell> cells = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            scores.add(occurring.contains(k) ? scores(label(k)) : NOTHING);
        }
        for (int label : occurring) {
            for (int predicted : occurring) {
                long count = Math.round(matrix.confusion(label(predicted), label(label)));
                if (count > 0) {
                    cells.add(new ClassReport.Cell(label, predicted, count));
                }
            }
        }
        long support = Math.round(matrix.support());
        return new ClassReport(
                scores,
                mean(MetricTarget.macroAverageTarget(), support),
                mean(MetricTarget.microAverageTarget(), support),
                cells);
    }

    /** Tribuo's 0 stands for what is undefined as well. */
    private ClassScores scores(Label label) {
        MetricTarget<Label> target = new MetricTarget<>(label);
        double right = matrix.tp(label);
        double predicted = right + matrix.fp(label);
        double support = right + matrix.fn(label);
        return new ClassScores(
                where(predicted > 0, ConfusionMetrics.precision(target, matrix)),
                where(support > 0, ConfusionMetrics.recall(target, matrix)),
                OptionalDouble.of(ConfusionMetrics.f1(target, matrix)),
                Math.round(support));
    }

    private ClassScores mean(MetricTarget<Label> target, long support) {
        return new ClassScores(
                OptionalDouble.of(ConfusionMetrics.precision(target, matrix)),
                OptionalDouble.of(ConfusionMetrics.recall(target, matrix)),
                OptionalDouble.of(ConfusionMetrics.f1(target, matrix)),
                support);
    }

    private static OptionalDouble where(boolean defined, double value) {
        return defined ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
