package dev.convoy.learning.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Activation;
import dev.convoy.learning.ControlVariates;
import dev.convoy.learning.Dense;
import dev.convoy.learning.DrawnRows;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Loss;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.learning.Proximal;
import dev.convoy.learning.Updater;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseLearnerTest {
    private static final int FEATURES = 7;

    static Stream<Updater> updaters() {
        return Stream.of(new Updater.Sgd(), new Updater.Momentum(0.8), new Updater.Adam());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void whatIsSaidOfARowDoesNotDependOnTheOthers(int classes) {
        for (int seed = 0; seed < 20; seed++) {
            Learner learner = learner(kind(new Updater.Adam()), classes, seed);
            List<float[]> rows = DrawnRows.rows(600, FEATURES, new SplittableRandom(seed));

            List<Probabilities> together = learner.predict(rows);

            for (int row = 0; row < rows.size(); row += 37) {
                assertEquals(List.of(together.get(row)), learner.predict(List.of(rows.get(row))), "seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aLargerBatchBeforeDoesNotChangeAStep(int classes) {
        Learner fresh = learner(kind(new Updater.Sgd()), classes, 1);
        Learner used = learner(kind(new Updater.Sgd()), classes, 1);
        used.predict(DrawnRows.rows(100, FEATURES, new SplittableRandom(2)));

        train(fresh, classes, 0);
        train(used, classes, 0);

        assertEquals(fresh.parameters(), used.parameters());
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void aRestoredLearnerContinuesBitForBit(Updater updater) {
        Learner uninterrupted = learner(kind(updater), 3, 1);
        for (int step = 0; step < 20; step++) {
            train(uninterrupted, 3, step);
        }
        Learner restored = learner(kind(updater), 3, 2);

        restored.restore(uninterrupted.state());

        assertEquals(uninterrupted.parameters(), restored.parameters());
        for (int step = 20; step < 40; step++) {
            train(uninterrupted, 3, step);
            train(restored, 3, step);
        }
        assertArrayEquals(uninterrupted.state(), restored.state());
    }

    /** Li et al. 2020, equation 2. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theProximalTermAddsItsMultipleOfTheDistanceToTheGradient(int classes) {
        Dense kind = kind(new Updater.Sgd());
        double mu = 0.8;
        Learner free = learner(kind, classes, 1);
        Learner held = learner(kind, classes, 1);
        Parameters start = held.parameters();
        Parameters base = learner(kind, classes, 2).parameters();
        List<float[]> rows = DrawnRows.rows(32, FEATURES, new SplittableRandom(3));
        int[] labels = DrawnRows.labels(rows, classes);

        free.learn(rows, labels);
        held.learn(rows, labels, new Proximal(mu, base));

        Parameters difference = held.parameters().minus(free.parameters());
        for (int i = 0; i < start.size(); i++) {
            double expected = -kind.learningRate() * mu * (start.get(i) - base.get(i));
            assertEquals(expected, difference.get(i), 1e-6, "parameter " + i);
        }
        assertTrue(difference.norm() > 0.1);
    }

    /** Karimireddy et al. 2020, algorithm 1. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void controlVariatesAddTheirDifferenceToTheGradient(int classes) {
        Dense kind = kind(new Updater.Sgd());
        Learner free = learner(kind, classes, 1);
        Learner corrected = learner(kind, classes, 1);
        Parameters own = learner(kind, classes, 2).parameters();
        Parameters all = learner(kind, classes, 4).parameters();
        List<float[]> rows = DrawnRows.rows(32, FEATURES, new SplittableRandom(3));
        int[] labels = DrawnRows.labels(rows, classes);

        free.learn(rows, labels);
        corrected.learn(rows, labels, new ControlVariates(own, all));

        Parameters difference = corrected.parameters().minus(free.parameters());
        for (int i = 0; i < own.size(); i++) {
            double expected = -kind.learningRate() * (all.get(i) - own.get(i));
            assertEquals(expected, difference.get(i), 1e-6, "parameter " + i);
        }
        assertTrue(difference.norm() > 0.1);
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void onlyPlainGradientDescentHasARateThatIsAllOfAStep(Updater updater) {
        Dense kind = kind(updater);
        OptionalDouble rate = updater instanceof Updater.Sgd
                ? OptionalDouble.of((float) kind.learningRate())
                : OptionalDouble.empty();

        assertEquals(rate, kind.descentRate());
        assertEquals(kind.descentRate(), learner(kind, 3, 1).descentRate());
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void aProximalTermOfNothingChangesNothing(Updater updater) {
        Learner free = learner(kind(updater), 3, 1);
        Learner held = learner(kind(updater), 3, 1);
        List<float[]> rows = DrawnRows.rows(32, FEATURES, new SplittableRandom(3));
        int[] labels = DrawnRows.labels(rows, 3);

        free.learn(rows, labels);
        held.learn(rows, labels, new Proximal(0, learner(kind(updater), 3, 2).parameters()));

        assertEquals(free.parameters(), held.parameters());
    }

    @Test
    void theStateUnderAnotherUpdaterIsRefused() {
        byte[] state = learner(kind(new Updater.Sgd()), 2, 1).state();
        Learner other = learner(kind(new Updater.Adam()), 2, 1);

        assertThrows(IllegalArgumentException.class, () -> other.restore(state));
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void adoptedParametersAreMovedOnByTheOldMoments(Updater updater) {
        Learner adopting = learner(kind(updater), 2, 1);
        Learner undisturbed = learner(kind(updater), 2, 1);
        train(adopting, 2, 0);
        train(undisturbed, 2, 0);
        Parameters own = adopting.parameters();

        adopting.adopt(learner(kind(updater), 2, 5).parameters());
        assertNotEquals(own, adopting.parameters());
        adopting.adopt(own);
        train(adopting, 2, 1);
        train(undisturbed, 2, 1);

        assertEquals(undisturbed.parameters(), adopting.parameters());
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void aSeparableProblemIsLearned(Updater updater) {
        for (Activation activation : Activation.values()) {
            for (int classes = 2; classes <= 4; classes++) {
                Dense kind = new Dense(List.of(10, 6), activation, updater, Loss.CROSS_ENTROPY, rate(updater), 0, 32);
                Learner learner = learner(kind, classes, 3);
                for (int step = 0; step < 1500; step++) {
                    train(learner, classes, step);
                }

                List<float[]> unseen = DrawnRows.rows(500, FEATURES, new SplittableRandom(99));
                int[] truth = DrawnRows.labels(unseen, classes);
                List<Probabilities> predictions = learner.predict(unseen);
                int right = 0;
                for (int row = 0; row < truth.length; row++) {
                    right += predictions.get(row).predicted() == truth[row] ? 1 : 0;
                }
                assertTrue(right > 450, kind + ", " + classes + " classes: " + right + " of 500 right");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aLossThatIsNotFiniteStopsTheTraining(int classes) {
        for (Activation activation : Activation.values()) {
            for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
                Dense kind = new Dense(List.of(4), activation, new Updater.Adam(), Loss.CROSS_ENTROPY, 0.01, 0, 32);
                Learner learner = learner(kind, classes, 1);
                float[] values = learner.parameters().toArray();
                Arrays.fill(values, broken);
                learner.adopt(Parameters.of(values));

                IllegalStateException failure =
                        assertThrows(IllegalStateException.class, () -> train(learner, classes, 0));

                assertTrue(failure.getMessage().startsWith("training diverged: the loss is NaN at step 1"));
            }
        }
    }

    @Test
    void oneBrokenWeightOrBiasIsEnoughToStopTheTraining() {
        Dense kind = new Dense(List.of(4), Activation.RELU, new Updater.Sgd(), Loss.CROSS_ENTROPY, 0.01, 0, 32);
        int count = kind.parameterCount(FEATURES, 2);
        for (int i = 0; i < count; i++) {
            Learner learner = learner(kind, 2, 1);
            float[] values = learner.parameters().toArray();
            values[i] = Float.NaN;
            learner.adopt(Parameters.of(values));

            assertThrows(IllegalStateException.class, () -> train(learner, 2, 0), "parameter " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("updaters")
    void whatIsTooSmallToMatterIsDroppedAndNothingElse(Updater updater) {
        for (float weight : new float[] {1e-38f, -3e-30f, 1e-14f, -0.7f}) {
            Dense kind = new Dense(List.of(), Activation.RELU, updater, Loss.CROSS_ENTROPY, 1e-9, 0, 1);
            Learner learner = learner(kind, 2, 1);
            float[] values = new float[FEATURES + 1];
            values[0] = weight;
            learner.adopt(Parameters.of(values));

            learner.learn(List.of(new float[FEATURES]), new int[] {1});

            assertEquals(
                    Math.abs(weight) < 6e-30f ? 0 : weight, learner.parameters().get(0));
        }
    }

    @Test
    void rowsAndLabelsOfAnotherShapeAreRefused() {
        Learner learner = learner(kind(new Updater.Adam()), 2, 1);
        List<float[]> row = DrawnRows.rows(1, FEATURES, new SplittableRandom(12));

        assertEquals(List.of(), learner.predict(List.of()));
        assertThrows(IllegalArgumentException.class, () -> learner.predict(List.of(new float[FEATURES - 1])));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(row, new int[] {2}));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(List.of(), new int[0]));
        assertThrows(IllegalArgumentException.class, () -> learner.adopt(Parameters.of(1, 2, 3)));
        Proximal tooShort = new Proximal(1, Parameters.of(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(row, new int[] {1}, tooShort));
        assertThrows(IllegalArgumentException.class, () -> new Proximal(Double.NaN, learner.parameters()));
    }

    private static Dense kind(Updater updater) {
        return new Dense(List.of(11, 6), Activation.TANH, updater, Loss.CROSS_ENTROPY, rate(updater), 0.001, 32);
    }

    private static double rate(Updater updater) {
        return updater instanceof Updater.Sgd ? 0.3 : 0.02;
    }

    private static Learner learner(Dense kind, int classes, long seed) {
        return kind.create(FEATURES, classes, kind.initialParameters(FEATURES, classes, new SplittableRandom(seed)));
    }

    private static void train(Learner learner, int classes, int step) {
        List<float[]> rows = DrawnRows.rows(32, FEATURES, new SplittableRandom(1000 + step));
        learner.learn(rows, DrawnRows.labels(rows, classes));
    }
}
