package dev.convoy.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Probabilities;
import dev.convoy.metric.Scores;
import dev.convoy.prediction.Baselines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrequentialScoresTest {
    private static final OptionalInt NOTHING = OptionalInt.empty();

    @Test
    void beforeTheFirstLabelEveryScoreIsUndefined() {
        OptionalDouble none = OptionalDouble.empty();
        assertEquals(
                new Scores(0, none, none, none, none, none, none, none, none, none, none),
                new PrequentialScores(2, 200, 2000).scores());
    }

    /**
     * Ten decisions by hand. Label 0 six times, 4 right; label 1 four times, 3 right. Predicted 0: 4 + 1 = 5, predicted
     * 1: 5. Accuracy 7/10; balanced (4/6 + 3/4)/2 = 17/24; chance (6*5 + 4*5)/100 = 0.5; kappa (0.7 - 0.5)/0.5 = 0.4.
     */
    @Test
    void tenDecisionsScoreAsComputedByHand() {
        PrequentialScores scores = new PrequentialScores(2, 10, 4);
        double[] probabilityOfOne = {0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.9, 0.8, 0.75, 0.25};
        int[] labels = {0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        for (int i = 0; i < labels.length; i++) {
            // majority undefined for the first, right where the label is 0; rule defined for the last two only
            Baselines baselines = new Baselines(
                    i == 0 ? NOTHING : OptionalInt.of(0),
                    OptionalInt.of(1),
                    NOTHING,
                    i < 8 ? NOTHING : OptionalInt.of(i - 8));
            scores.decided(ScoredDecision.of(
                    Probabilities.of(1 - probabilityOfOne[i], probabilityOfOne[i]),
                    labels[i],
                    i >= 4 && i < 7,
                    baselines));
        }
        for (boolean correct : new boolean[] {false, true, true, false, true}) {
            scores.labelled(correct);
        }

        Scores actual = scores.scores();

        assertEquals(10, actual.decisions());
        assertEquals(OptionalDouble.of(0.7), actual.accuracy());
        assertEquals(OptionalDouble.of(0.708333), actual.balancedAccuracy());
        assertEquals(OptionalDouble.of(0.4), actual.kappa());
        // -(ln .9 + ln .8 + ln .7 + ln .6 + ln .4 + ln .3 + ln .9 + ln .8 + ln .75 + ln .25) / 10
        assertEquals(OptionalDouble.of(0.531875), actual.logLoss());
        assertEquals(OptionalDouble.of(0.333333), actual.contestedAccuracy());
        assertEquals(OptionalDouble.of(0.75), actual.telemetryAccuracy());
        assertEquals(OptionalDouble.of(0.555556), actual.majority());
        assertEquals(OptionalDouble.of(0.4), actual.noChange());
        assertEquals(OptionalDouble.empty(), actual.lastOfVehicle());
        assertEquals(OptionalDouble.of(0.5), actual.rule());
    }

    @Test
    void aProbabilityRoundedToNothingCostsTheLogOfAMillion() {
        PrequentialScores scores = new PrequentialScores(2, 10, 10);
        scores.decided(ScoredDecision.of(Probabilities.of(0.9999999, 1e-7), 1, false, Baselines.NONE));
        assertEquals(OptionalDouble.of(13.815511), scores.scores().logLoss());
    }

    @Test
    void aPredictorThatAlwaysSaysTheSameHasKappaZero() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int classes = random.nextInt(2, 6);
            int constant = random.nextInt(classes);
            PrequentialScores scores = new PrequentialScores(classes, 30, 10);
            for (int i = 0; i < 100; i++) {
                scores.decided(new ScoredDecision(constant, i % classes, 0.5, false, Baselines.NONE));
            }
            assertEquals(OptionalDouble.of(0), scores.scores().kappa(), "seed " + seed);
        }
    }

    @Test
    void kappaIsUndefinedWhereNothingElseCouldHaveHappened() {
        PrequentialScores scores = new PrequentialScores(3, 5, 5);
        scores.decided(new ScoredDecision(2, 2, 0.5, false, Baselines.NONE));
        assertEquals(OptionalDouble.empty(), scores.scores().kappa());
        assertEquals(OptionalDouble.of(1), scores.scores().balancedAccuracy());
    }

    @Test
    void everyScoreEqualsTheOneComputedFromTheWindowAnew() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int classes = random.nextInt(2, 5);
            int capacity = random.nextInt(1, 40);
            PrequentialScores scores = new PrequentialScores(classes, capacity, capacity);
            List<ScoredDecision> all = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                ScoredDecision decision = drawn(classes, random);
                all.add(decision);
                scores.decided(decision);
                scores.labelled(decision.predicted() == decision.label());
                List<ScoredDecision> window = all.subList(Math.max(0, all.size() - capacity), all.size());
                assertWindow(window, classes, scores.scores(), "seed " + seed + ", example " + i);
            }
        }
    }

    private static void assertWindow(List<ScoredDecision> window, int classes, Scores actual, String where) {
        double accuracy = share(window, d -> OptionalInt.of(d.predicted())).orElseThrow();
        assertClose(OptionalDouble.of(accuracy), actual.accuracy(), where);
        assertClose(OptionalDouble.of(accuracy), actual.telemetryAccuracy(), where);
        assertClose(
                share(window.stream().filter(ScoredDecision::contested).toList(), d -> OptionalInt.of(d.predicted())),
                actual.contestedAccuracy(),
                where);
        assertClose(share(window, d -> d.baselines().majority()), actual.majority(), where);
        assertClose(share(window, d -> d.baselines().noChange()), actual.noChange(), where);
        assertClose(share(window, d -> d.baselines().lastOfVehicle()), actual.lastOfVehicle(), where);
        assertClose(share(window, d -> d.baselines().rule()), actual.rule(), where);
        assertClose(
                window.stream()
                        .mapToDouble(d -> -Math.log(Math.max(1e-6, d.probability())))
                        .average(),
                actual.logLoss(),
                where);
        assertClose(
                IntStream.range(0, classes)
                        .mapToObj(
                                k -> window.stream().filter(d -> d.label() == k).toList())
                        .filter(of -> !of.isEmpty())
                        .mapToDouble(of ->
                                share(of, d -> OptionalInt.of(d.predicted())).orElseThrow())
                        .average(),
                actual.balancedAccuracy(),
                where);
        double chance = IntStream.range(0, classes)
                .mapToDouble(k -> share(window, d -> OptionalInt.of(d.label() == k ? k : -1))
                                .orElseThrow()
                        * window.stream().filter(d -> d.predicted() == k).count()
                        / window.size())
                .sum();
        if (chance < 0.9999999) {
            assertClose(OptionalDouble.of((accuracy - chance) / (1 - chance)), actual.kappa(), where);
        }
    }

    private static OptionalDouble share(List<ScoredDecision> window, Function<ScoredDecision, OptionalInt> predictor) {
        return window.stream()
                .filter(d -> predictor.apply(d).isPresent())
                .mapToDouble(d -> predictor.apply(d).getAsInt() == d.label() ? 1 : 0)
                .average();
    }

    private static void assertClose(OptionalDouble expected, OptionalDouble actual, String where) {
        assertEquals(expected.isPresent(), actual.isPresent(), where);
        assertEquals(expected.orElse(0), actual.orElse(0), 0.6e-6, where);
    }

    @Test
    void scoresDependOnTheWindowAloneAndNotOnWhatLeftIt() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PrequentialScores longLived = new PrequentialScores(3, 20, 20);
            PrequentialScores fresh = new PrequentialScores(3, 20, 20);
            for (int i = 0; i < 5000; i++) {
                ScoredDecision decision = drawn(3, random);
                longLived.decided(decision);
                longLived.labelled(decision.predicted() == 1);
                if (i >= 4980) {
                    fresh.decided(decision);
                    fresh.labelled(decision.predicted() == 1);
                }
            }
            assertEquals(fresh.scores().logLoss(), longLived.scores().logLoss(), "seed " + seed);
            assertEquals(fresh.scores().kappa(), longLived.scores().kappa(), "seed " + seed);
            assertEquals(fresh.scores().telemetryAccuracy(), longLived.scores().telemetryAccuracy(), "seed " + seed);
        }
    }

    @Test
    void aSnapshotContinuesAsIfNothingHadHappened() throws IOException {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PrequentialScores original = new PrequentialScores(3, 20, 30);
            int before = random.nextInt(100);
            feed(original, before, random.split());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            original.writeTo(new DataOutputStream(bytes));
            PrequentialScores restored = new PrequentialScores(3, 20, 30);
            restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertEquals(original.scores(), restored.scores(), "seed " + seed);
            SplittableRandom rest = random.split();
            for (int i = 0; i < 60; i++) {
                ScoredDecision decision = drawn(3, rest);
                for (PrequentialScores each : List.of(original, restored)) {
                    each.decided(decision);
                    each.labelled(decision.contested());
                }
                assertEquals(original.scores(), restored.scores(), "seed " + seed + ", example " + i);
            }
        }
    }

    private static void feed(PrequentialScores scores, int examples, SplittableRandom random) {
        for (int i = 0; i < examples; i++) {
            scores.decided(drawn(3, random));
            scores.labelled(random.nextBoolean());
        }
    }

    private static ScoredDecision drawn(int classes, SplittableRandom random) {
        double[] probabilities = new double[classes];
        double left = 1;
        for (int k = 0; k < classes - 1; k++) {
            probabilities[k] = left * random.nextDouble();
            left -= probabilities[k];
        }
        probabilities[classes - 1] = Math.max(0, left);
        return ScoredDecision.of(
                Probabilities.of(probabilities),
                random.nextInt(classes),
                random.nextInt(3) == 0,
                new Baselines(
                        perhaps(classes, random),
                        perhaps(classes, random),
                        perhaps(classes, random),
                        perhaps(classes, random)));
    }

    private static OptionalInt perhaps(int classes, SplittableRandom random) {
        int drawn = random.nextInt(classes + 1);
        return drawn == classes ? NOTHING : OptionalInt.of(drawn);
    }

    @Test
    void anImpossibleDecisionIsRefusedByName() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new ScoredDecision(0, 1, Double.NaN, false, Baselines.NONE));
        assertTrue(refused.getMessage().contains("NaN"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new PrequentialScores(1, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new PrequentialScores(2, 0, 10));
    }
}
