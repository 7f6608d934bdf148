package dev.convoy.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WholeRunScoresTest {
    private static final double EXACT = 1e-12;

    @Test
    void fadingAccuracyIsTheQuotientOfTwoFadingSums() {
        FadingAccuracy fading = new FadingAccuracy(0.5);
        assertEquals(OptionalDouble.empty(), fading.value());
        fading.add(true);
        fading.add(false);
        fading.add(true);
        // S: 1, 0.5, 1.25; N: 1, 1.5, 1.75
        assertEquals(1.25 / 1.75, fading.value().getAsDouble(), EXACT);
    }

    @Test
    void fadingAccuracyWeighsEachExampleByAPowerOfAlpha() {
        List<Boolean> correct = coin(3, 400);
        FadingAccuracy fading = new FadingAccuracy(FadingAccuracy.STANDARD_ALPHA);
        double right = 0;
        double all = 0;
        for (int i = 0; i < correct.size(); i++) {
            fading.add(correct.get(i));
            double weight = Math.pow(0.995, correct.size() - 1 - i);
            right += correct.get(i) ? weight : 0;
            all += weight;
        }
        assertEquals(right / all, fading.value().getAsDouble(), EXACT);
    }

    @Test
    void withoutFadingItIsTheAccuracy() {
        FadingAccuracy fading = new FadingAccuracy(1);
        List<Boolean> correct = coin(4, 300);
        correct.forEach(fading::add);
        assertEquals(
                correct.stream().filter(c -> c).count() / 300.0, fading.value().getAsDouble(), EXACT);
    }

    @Test
    void itForgetsAnOldRegimeAsFastAsItsFactorSays() {
        FadingAccuracy fading = new FadingAccuracy(0.99);
        for (int i = 0; i < 2000; i++) {
            fading.add(true);
        }
        for (int i = 0; i < 100; i++) {
            fading.add(false);
        }
        assertEquals(Math.pow(0.99, 100), fading.value().getAsDouble(), 1e-8);
    }

    @Test
    void aFactorOutsideItsRangeIsRefused() {
        for (double alpha : new double[] {0, -0.5, 1.001, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new FadingAccuracy(alpha));
        }
    }

    /** Elec2 without delay: accuracies of a logistic regression and of no-change in hundredths of a percent. */
    @Test
    void theTemporalKappaTellsWhetherNoChangeIsBeaten() {
        assertEquals((0.8165 - 0.8533) / (1 - 0.8533), skill(8165, 8533, 10_000), EXACT);
        assertEquals((0.9063 - 0.8533) / (1 - 0.8533), skill(9063, 8533, 10_000), EXACT);
        assertEquals(0, skill(8533, 8533, 10_000), EXACT);
        assertEquals(1, skill(10_000, 8533, 10_000), EXACT);
    }

    @Test
    void skillOverAReferenceThatIsAlwaysRightOrSilentIsUndefined() {
        SkillOver skill = new SkillOver();
        skill.add(true, OptionalInt.empty(), 0);
        assertEquals(OptionalDouble.empty(), skill.value());
        skill.add(false, OptionalInt.of(1), 1);
        assertEquals(OptionalDouble.empty(), skill.value());
    }

    @Test
    void whereTheReferenceIsSilentTheModelIsNotJudgedEither() {
        SkillOver skill = new SkillOver();
        skill.add(true, OptionalInt.of(0), 1);
        skill.add(false, OptionalInt.of(1), 1);
        double before = skill.value().getAsDouble();
        skill.add(false, OptionalInt.empty(), 1);
        assertEquals(before, skill.value().getAsDouble());
    }

    private static double skill(int right, int referenceRight, int all) {
        SkillOver skill = new SkillOver();
        for (int i = 0; i < all; i++) {
            skill.add(i < right, OptionalInt.of(i < referenceRight ? 1 : 0), 1);
        }
        return skill.value().getAsDouble();
    }

    @Test
    void aMissedChargeCostsTwiceANeedlessStop() {
        Mistakes mistakes = new Mistakes();
        int[][] predictedAndLabel = {{0, 1}, {1, 0}, {1, 0}, {1, 1}, {0, 0}, {0, 0}, {0, 0}, {0, 0}};
        for (int[] decision : predictedAndLabel) {
            mistakes.add(decision[0], decision[1]);
        }
        assertEquals(1, mistakes.missed());
        assertEquals(2, mistakes.needless());
        assertEquals(
                1000 * (30 + 2 * 15) / 8.0,
                DecisionCost.standard().perThousand(mistakes).getAsDouble(),
                EXACT);
        assertEquals(OptionalDouble.empty(), DecisionCost.standard().perThousand(new Mistakes()));
    }

    @Test
    void aCostThatIsNoCostIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DecisionCost(Double.NaN, 15));
        assertThrows(IllegalArgumentException.class, () -> new DecisionCost(30, -1));
    }

    /** The example of scikit-learn's documentation of classification_report. */
    @Test
    void theReportOnClassesAgreesWithAPublishedOne() {
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        int[] labels = {0, 1, 2, 2, 2};
        int[] predicted = {0, 0, 2, 2, 1};
        for (int i = 0; i < labels.length; i++) {
            matrix.count(predicted[i], labels[i], 1);
        }
        ClassReport report = matrix.report();
        assertScores(0.50, 1.00, 0.67, 1, report.classes().get(0));
        assertScores(0.00, 0.00, 0.00, 1, report.classes().get(1));
        assertScores(1.00, 0.67, 0.80, 3, report.classes().get(2));
        assertScores(0.50, 0.56, 0.49, 5, report.macro());
        assertScores(0.60, 0.60, 0.60, 5, report.micro());
        assertEquals(
                List.of(
                        new ClassReport.Cell(0, 0, 1),
                        new ClassReport.Cell(1, 0, 1),
                        new ClassReport.Cell(2, 1, 1),
                        new ClassReport.Cell(2, 2, 2)),
                report.confusion());
    }

    private static void assertScores(double precision, double recall, double f1, long support, ClassScores scores) {
        assertEquals(precision, scores.precision().getAsDouble(), 0.005);
        assertEquals(recall, scores.recall().getAsDouble(), 0.005);
        assertEquals(f1, scores.f1().getAsDouble(), 0.005);
        assertEquals(support, scores.support());
    }

    @Test
    void whatCannotBeSaidOfAClassIsLeftOpen() {
        ConfusionMatrix matrix = new ConfusionMatrix(3);
        matrix.count(0, 0, 1);
        matrix.count(0, 1, 1);
        ClassReport report = matrix.report();
        assertEquals(OptionalDouble.empty(), report.classes().get(1).precision());
        assertEquals(OptionalDouble.of(0), report.classes().get(1).f1());
        assertEquals(OptionalDouble.empty(), report.classes().get(2).recall());
        assertEquals(OptionalDouble.empty(), report.classes().get(2).f1());
        assertEquals(0.25, report.macro().precision().getAsDouble(), EXACT);
        assertEquals(
                OptionalDouble.empty(), new ConfusionMatrix(2).report().macro().f1());
    }

    /** The window's scores, which are kept up by adding and taking back, against those of the stream in its window. */
    @Test
    void overOneWindowTheStreamScoresAreThePrequentialOnes() {
        PrequentialScores window = new PrequentialScores(3, 150, 10);
        StreamScores stream = new StreamScores(3);
        List<ScoredDecision> decisions = Decisions.drawn(9, 3, 400);
        decisions.forEach(window::decided);
        decisions.subList(250, 400).forEach(stream::add);
        var scores = window.scores();
        assertEquals(150, stream.decisions());
        assertClose(scores.accuracy(), stream.accuracy());
        assertClose(scores.balancedAccuracy(), stream.balancedAccuracy());
        assertClose(scores.kappa(), stream.kappa());
        assertClose(scores.logLoss(), stream.logLoss());
        assertClose(scores.majority(), stream.majority());
        assertClose(scores.noChange(), stream.noChange());
        assertClose(scores.lastOfVehicle(), stream.lastOfVehicle());
        assertClose(scores.rule(), stream.rule());
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble actual) {
        assertEquals(expected.getAsDouble(), actual.getAsDouble(), 6e-7);
    }

    private static List<Boolean> coin(long seed, int count) {
        List<Boolean> correct = new ArrayList<>();
        Decisions.drawn(seed, 2, count).forEach(decision -> correct.add(decision.correct()));
        return correct;
    }
}
