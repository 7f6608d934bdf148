package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.limited;
import static dev.convoy.aggregator.Fixtures.node;
import static dev.convoy.aggregator.Fixtures.optimised;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Activation;
import dev.convoy.learning.Dense;
import dev.convoy.learning.Learner;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.LogisticRegression;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.RandomForest;
import dev.convoy.learning.Updater;
import dev.convoy.learning.online.Correction;
import dev.convoy.learning.online.OnlineTraining;
import dev.convoy.learning.online.TrainingPlan;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScaffoldTest {
    private static final Parameters START = Parameters.of(0.25f, -0.5f);

    /** Weight and bias of a logistic regression; steps of a half. */
    private static LearnerKind descent(Updater updater) {
        return new Dense(List.of(), Activation.RELU, updater, Loss.CROSS_ENTROPY, 0.5, 0, 1);
    }

    /** A node that has one row only, so that no batch is drawn by chance, and takes so many steps a round. */
    private static final class Site {
        private final int number;
        private final Learner learner = descent(new Updater.Sgd()).create(1, 2, START);
        private final Correction correction = new Correction(learner);
        private final OnlineTraining training;

        Site(int number, float feature, int label, int steps) {
            this.number = number;
            this.training = new OnlineTraining(new TrainingPlan(1, 1, 1, steps, steps, 0, Optional.empty()));
            training.add(new float[] {feature}, label);
        }

        ModelUpdate round(long round, Parameters global) {
            learner.adopt(global);
            training.known(1);
            training.train(learner, correction, new SplittableRandom(1));
            Parameters progress = learner.parameters().minus(global);
            return corrected(number, round, round - 1, progress, correction.cut(progress));
        }

        /** As a node does that corrects nothing. */
        ModelUpdate uncorrected(Parameters global) {
            learner.adopt(global);
            training.known(1);
            training.train(learner, global, new SplittableRandom(1));
            return delta(number, 1, 0, 1, learner.parameters().minus(global).toArray());
        }
    }

    private static ModelUpdate corrected(int node, long round, long base, Parameters progress, Parameters change) {
        return new ModelUpdate(node(node), round, base, 1, 0, 0.5, Content.CORRECTED, progress, Optional.of(change));
    }

    private static List<Site> sites() {
        return List.of(new Site(1, 2, 1, 2), new Site(2, 1, 0, 3));
    }

    private static Stage stage(double serverRate) {
        return new Stage(aggregator(config(new Scaffold(serverRate), Weighting.EQUAL, 2), START, 2));
    }

    /** Three rounds of algorithm 1 with eta_l = 0.5 and eta_g = 0.8, computed apart from this code in float64. */
    @Test
    void threeRoundsOfTwoNodesAreThoseOfTheAlgorithm() {
        float[][] parameters = {
            {0.331697538f, -0.562842490f}, {0.506681323f, -0.590902119f}, {0.643346866f, -0.647923196f}
        };
        float[][] controls = {
            {-0.188531305f, -0.007856270f}, {-0.195882022f, 0.012753488f}, {-0.134077549f, 0.055871849f}
        };
        Stage stage = stage(0.8);
        List<Site> sites = sites();
        Parameters global = START;
        for (int round = 1; round <= 3; round++) {
            for (Site site : sites) {
                stage.arrive(round, site.round(round, global));
            }
            GlobalModel model = stage.newest();
            global = model.parameters();
            Parameters control = model.control().orElseThrow();
            sites.forEach(site -> site.correction.adopt(control));

            assertEquals(round, model.version());
            assertArrayEquals(parameters[round - 1], global.toArray(), 1e-6f, "round " + round);
            assertArrayEquals(controls[round - 1], control.toArray(), 1e-6f, "round " + round);
        }
    }

    @Test
    void theFirstRoundIsFedBuffsBecauseAllControlVariatesAreZero() {
        Stage plain = new Stage(aggregator(config(new FedBuff(0.8), Weighting.EQUAL, 2), START, 2));
        Stage corrected = stage(0.8);
        sites().forEach(site -> plain.arrive(1, site.uncorrected(START)));
        sites().forEach(site -> corrected.arrive(1, site.round(1, START)));

        assertEquals(plain.newest().parameters(), corrected.newest().parameters());
        assertEquals(Optional.empty(), plain.newest().control());
    }

    @Test
    void theControlVariateIsTheMeanOfThoseOfTheNodesWhoeverComesHowOftenAndHowLate() {
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = RandomStream.named(seed, "changes");
            Scaffold strategy = new Scaffold(0.5);
            Stage stage = new Stage(aggregator(
                    limited(config(strategy, Weighting.EXAMPLES, 3), StalenessLimit.none()),
                    Parameters.zeros(Vectors.SIZE),
                    5));
            double[] sums = new double[Vectors.SIZE];
            for (int round = 1; round <= 60; round++) {
                Parameters change = Vectors.drawn(random);
                long base = random.nextInt((round - 1) / 3 + 1);
                stage.arrive(round, corrected(1 + random.nextInt(5), round, base, Vectors.drawn(random), change));
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += change.get(i) / 5.0;
                }
            }
            assertEquals(20, stage.models().size());
            for (int i = 0; i < sums.length; i++) {
                assertEquals(sums[i], stage.newest().control().orElseThrow().get(i), 1e-5, "seed " + seed);
            }
        }
    }

    @Test
    void theChangeOfARejectedUpdateIsLost() {
        AggregatorConfig strict = limited(config(new Scaffold(1), Weighting.EQUAL, 1), StalenessLimit.parse("0"));
        Stage stage = new Stage(aggregator(strict, START, 2));
        stage.arrive(1, corrected(1, 1, 0, Parameters.of(1, 1), Parameters.of(2, 4)));
        stage.arrive(2, corrected(2, 1, 0, Parameters.of(1, 1), Parameters.of(8, 8)));

        assertEquals(Fate.REJECTED, stage.lastFate().fate());
        assertEquals(Optional.of(Parameters.of(1, 2)), stage.newest().control());
    }

    @Test
    void anUpdateMustCarryAChangeOfTheRightSizeThatIsFinite() {
        Stage stage = stage(1);

        assertReason(Reason.CONTENT, stage, delta(1, 1, 0, 1, 0, 0));
        assertReason(Reason.SHAPE, stage, corrected(1, 1, 0, START, Parameters.of(1)));
        assertReason(Reason.NON_FINITE, stage, corrected(1, 1, 0, START, Parameters.of(1, Float.NaN)));
        stage.arrive(4, corrected(1, 1, 0, START, Parameters.of(1, Float.MAX_VALUE)));
        stage.arrive(5, corrected(1, 2, 0, START, Parameters.of(1, Float.MAX_VALUE)));
        stage.arrive(6, corrected(1, 3, 0, START, Parameters.of(1, Float.MAX_VALUE)));
        assertReason(Reason.OVERFLOW, stage, corrected(1, 4, 1, START, Parameters.of(1, Float.MAX_VALUE)));
        assertEquals(1, stage.models().size());
    }

    private static void assertReason(Reason reason, Stage stage, ModelUpdate update) {
        stage.arrive(stage.now() + 1, update);
        assertEquals(reason.word(), stage.lastFate().reason());
    }

    @Test
    void aServerOptimiserChangesTheStepAndLeavesTheControlVariateAlone() {
        Stage plain = stage(1);
        Stage pushed = new Stage(
                aggregator(optimised(config(new Scaffold(1), Weighting.EQUAL, 2), new Momentum(0.5, 0.9)), START, 2));
        for (Stage stage : List.of(plain, pushed)) {
            sites().forEach(site -> stage.arrive(1, site.round(1, START)));
        }

        assertNotEquals(plain.newest().parameters(), pushed.newest().parameters());
        assertEquals(plain.newest().control(), pushed.newest().control());
    }

    @Test
    void aRestoredAggregatorGoesOnAsIfNothingHadHappened() {
        List<List<GlobalModel>> models = new ArrayList<>();
        for (boolean restored : List.of(false, true)) {
            Stage stage = stage(1);
            RandomStream random = RandomStream.named(1, "updates");
            for (int round = 1; round <= 9; round++) {
                Parameters change = Parameters.of((float) random.nextDouble(), (float) random.nextDouble());
                stage.arrive(round, corrected(1 + round % 2, round, 0, START, change));
                if (restored) {
                    stage.restoreInto(aggregator(config(new Scaffold(1), Weighting.EQUAL, 2), START, 2));
                }
            }
            models.add(stage.models());
        }

        assertEquals(models.get(0), models.get(1));
    }

    @Test
    void onlyLearnersThatTakePlainStepsAreLetIn() {
        Scaffold strategy = Scaffold.standard();
        assertDoesNotThrow(() -> strategy.requireFits(descent(new Updater.Sgd())));
        for (LearnerKind learner : List.of(
                descent(new Updater.Adam()),
                descent(new Updater.Momentum(0.9)),
                NeuralNetwork.standard(),
                LogisticRegression.standard())) {
            String refusal = refusal(strategy, learner);
            assertTrue(refusal.contains("only plain gradient descent"), refusal);
        }
        String refusal = refusal(strategy, RandomForest.standard());
        assertTrue(refusal.contains("trees cannot be averaged"), refusal);
        assertThrows(IllegalArgumentException.class, () -> new Scaffold(0));
    }

    private static String refusal(Strategy strategy, LearnerKind learner) {
        return assertThrows(IllegalArgumentException.class, () -> strategy.requireFits(learner))
                .getMessage();
    }
}
