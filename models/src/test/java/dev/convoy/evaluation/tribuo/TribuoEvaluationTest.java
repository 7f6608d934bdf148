package dev.convoy.evaluation.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.evaluation.ConfusionMatrix;
import dev.convoy.evaluation.Decisions;
import dev.convoy.evaluation.ScoredDecision;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TribuoEvaluationTest {
    /** But for the last bits: Tribuo forms the F1 from precision and recall, and sums in another order. */
    private static final double ROUNDING = 1e-12;

    @Test
    void tribuoAndOurOwnCountsAgree() {
        for (int classes = 2; classes <= 12; classes++) {
            for (int size : new int[] {0, 1, 2, 3, 7, 40, 640, 1700}) {
                long seed = 100L * classes + size;
                List<ScoredDecision> decisions = Decisions.drawn(seed, classes, size);
                ConfusionMatrix matrix = new ConfusionMatrix(classes);
                decisions.forEach(decision -> matrix.count(decision.predicted(), decision.label(), 1));
                ClassReport tribuo = TribuoEvaluation.of(classes, decisions);
                String drawn = classes + " classes, " + size + " decisions, seed " + seed;
                assertEquals(matrix.report().confusion(), tribuo.confusion(), drawn);
                assertEquals(classes, tribuo.classes().size(), drawn);
                for (int index = 0; index < classes; index++) {
                    assertAlike(
                            matrix.report().classes().get(index),
                            tribuo.classes().get(index),
                            drawn + ", class " + index);
                }
                assertAlike(matrix.report().macro(), tribuo.macro(), drawn + ", macro");
                assertAlike(matrix.report().micro(), tribuo.micro(), drawn + ", micro");
            }
        }
    }

    private static void assertAlike(ClassScores expected, ClassScores actual, String what) {
        assertEquals(expected.support(), actual.support(), what);
        assertAlike(expected.precision(), actual.precision(), what + ", precision");
        assertAlike(expected.recall(), actual.recall(), what + ", recall");
        assertAlike(expected.f1(), actual.f1(), what + ", F1");
    }

    private static void assertAlike(OptionalDouble expected, OptionalDouble actual, String what) {
        assertEquals(expected.isPresent(), actual.isPresent(), what);
        assertEquals(expected.orElse(0), actual.orElse(0), ROUNDING, what);
    }

    @Test
    void labelsAndPredictionsAreNotTakenForEachOther() {
        ScoredDecision drawn = Decisions.drawn(1, 2, 1).get(0);
        ScoredDecision missed = new ScoredDecision(0, 1, 0.1, false, drawn.baselines());
        ClassReport report = TribuoEvaluation.of(2, List.of(missed));
        assertEquals(List.of(new ClassReport.Cell(1, 0, 1)), report.confusion());
        ClassScores needed = report.classes().get(1);
        assertEquals(1, needed.support());
        assertEquals(0, needed.recall().getAsDouble());
    }
}
