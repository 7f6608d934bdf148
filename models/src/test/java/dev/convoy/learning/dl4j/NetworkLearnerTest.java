package dev.convoy.learning.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.DrawnRows;
import dev.convoy.learning.Learner;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.LinearRegression;
import dev.convoy.learning.LogisticRegression;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.learning.Proximal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLearnerTest {
    private static final int FEATURES = 5;

    @ParameterizedTest
    @CsvSource({"2,1", "2,32", "2,100", "3,1", "3,32", "7,100"})
    void aForwardPassWrittenOutGivesTheSame(int classes, int count) {
        NetworkShape shape = new NetworkShape(FEATURES, List.of(12, 8), classes);
        Parameters parameters = drawn(shape.parameterCount(), new SplittableRandom(1));
        Learner learner = new NetworkLearner(shape, Loss.CROSS_ENTROPY, 0.01, 0.0001, parameters);
        List<float[]> rows = rows(count, new SplittableRandom(2));

        List<Probabilities> predictions = learner.predict(rows);

        assertEquals(count, predictions.size());
        for (int row = 0; row < count; row++) {
            double[] expected = PlainNetwork.predict(shape, parameters, rows.get(row));
            for (int label = 0; label < classes; label++) {
                assertEquals(expected[label], predictions.get(row).of(label), 1e-5, "row " + row + ", class " + label);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aForwardPassWithoutHiddenLayersGivesTheSame(int classes) {
        NetworkShape shape = new NetworkShape(FEATURES, List.of(), classes);
        Parameters parameters = drawn(shape.parameterCount(), new SplittableRandom(3));
        List<float[]> rows = rows(9, new SplittableRandom(4));

        List<Probabilities> predictions = LogisticRegression.standard()
                .create(FEATURES, classes, parameters)
                .predict(rows);

        for (int row = 0; row < rows.size(); row++) {
            double[] expected = PlainNetwork.predict(shape, parameters, rows.get(row));
            for (int label = 0; label < classes; label++) {
                assertEquals(expected[label], predictions.get(row).of(label), 1e-5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void twoStepsOfAdamWrittenOutGiveTheSame(Loss loss) {
        Parameters base = drawn(FEATURES + 1, new SplittableRandom(7));

        twoStepsOfAdam(loss, new Proximal(0, base), (learner, rows, labels) -> learner.learn(rows, labels));
        Proximal held = new Proximal(0.7, base);
        twoStepsOfAdam(loss, held, (learner, rows, labels) -> learner.learn(rows, labels, held));
    }

    private static void twoStepsOfAdam(Loss loss, Proximal proximal, Step toTake) {
        double rate = 0.05;
        double l2 = 0.1;
        NetworkShape shape = new NetworkShape(FEATURES, List.of(), 2);
        Parameters start = drawn(shape.parameterCount(), new SplittableRandom(5));
        List<float[]> rows = rows(32, new SplittableRandom(6));
        int[] labels = DrawnRows.labels(rows, 2);
        LearnerKind kind =
                loss == Loss.CROSS_ENTROPY ? new LogisticRegression(rate, l2, 32) : new LinearRegression(rate, l2, 32);
        Learner learner = kind.create(FEATURES, 2, start);

        toTake.take(learner, rows, labels);
        toTake.take(learner, rows, labels);

        double[] weights = new double[FEATURES + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = start.get(i);
        }
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        for (int step = 1; step <= 2; step++) {
            double[] gradient = gradient(loss, weights, rows, labels, l2);
            for (int i = 0; i < weights.length; i++) {
                gradient[i] += proximal.mu() * (weights[i] - proximal.base().get(i));
                first[i] = 0.9 * first[i] + 0.1 * gradient[i];
                second[i] = 0.999 * second[i] + 0.001 * gradient[i] * gradient[i];
                double corrected = rate * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                weights[i] -= corrected * first[i] / (Math.sqrt(second[i]) + 1e-8);
            }
        }
        for (int i = 0; i < weights.length; i++) {
            assertEquals(weights[i], learner.parameters().get(i), 1e-5, "parameter " + i);
        }
    }

    /** One of the ways to train a learner. */
    private interface Step {
        void take(Learner learner, List<float[]> rows, int[] labels);
    }

    private static double[] gradient(Loss loss, double[] weights, List<float[]> rows, int[] labels, double l2) {
        double[] gradient = new double[weights.length];
        for (int row = 0; row < labels.length; row++) {
            double sum = weights[FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                sum += weights[i] * rows.get(row)[i];
            }
            double error = loss == Loss.CROSS_ENTROPY
                    ? (1 / (1 + Math.exp(-sum)) - labels[row]) / labels.length
                    : 2 * (sum - labels[row]) / labels.length;
            for (int i = 0; i < FEATURES; i++) {
                gradient[i] += error * rows.get(row)[i];
            }
            gradient[FEATURES] += error;
        }
        for (int i = 0; i < FEATURES; i++) {
            gradient[i] += l2 * weights[i];
        }
        return gradient;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whatLinearRegressionSaysIsHeldToWhatAProbabilityCanBe(int classes) {
        LinearRegression kind = new LinearRegression(0.1, 0, 32);
        float[] values = new float[kind.parameterCount(FEATURES, classes)];
        Arrays.fill(values, 3);
        Learner learner = kind.create(FEATURES, classes, Parameters.of(values));

        Probabilities beyond =
                learner.predict(List.of(new float[] {1, 1, 1, 1, 1})).get(0);
        Probabilities below =
                learner.predict(List.of(new float[] {-1, -1, -1, -1, -1})).get(0);

        assertEquals(1, beyond.of(1));
        assertEquals(0, below.of(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aRestoredLearnerContinuesBitForBit(int classes) {
        NeuralNetwork kind = NeuralNetwork.standard();
        Parameters start = kind.initialParameters(FEATURES, classes, new SplittableRandom(7));
        Learner uninterrupted = kind.create(FEATURES, classes, start);
        for (int step = 0; step < 25; step++) {
            train(uninterrupted, classes, step);
        }
        Learner restored = kind.create(FEATURES, classes, drawn(start.size(), new SplittableRandom(8)));

        restored.restore(uninterrupted.state());

        for (int step = 25; step < 60; step++) {
            train(uninterrupted, classes, step);
            train(restored, classes, step);
            assertEquals(uninterrupted.parameters(), restored.parameters(), "after step " + step);
        }
        assertArrayEquals(uninterrupted.state(), restored.state());
        List<float[]> rows = rows(50, new SplittableRandom(9));
        assertEquals(uninterrupted.predict(rows), restored.predict(rows));
    }

    @Test
    void aLearnerThatHasTrainedCanBeSetBack() {
        NeuralNetwork kind = NeuralNetwork.standard();
        Learner learner = kind.create(FEATURES, 2, kind.initialParameters(FEATURES, 2, new SplittableRandom(7)));
        train(learner, 2, 0);
        byte[] state = learner.state();
        train(learner, 2, 1);
        Parameters once = learner.parameters();
        train(learner, 2, 2);

        learner.restore(state);
        train(learner, 2, 1);

        assertEquals(once, learner.parameters());
    }

    @Test
    void theStateOfAnotherNetworkIsRefused() {
        Learner learner = create(LogisticRegression.standard(), 2);
        byte[] foreign = create(LogisticRegression.standard(), 3).state();
        byte[] otherFormat = learner.state();
        otherFormat[0] = 99;

        assertThrows(IllegalArgumentException.class, () -> learner.restore(foreign));
        assertThrows(IllegalArgumentException.class, () -> learner.restore(otherFormat));
        assertThrows(IllegalArgumentException.class, () -> learner.restore(new byte[0]));
    }

    @Test
    void adoptingParametersKeepsTheOptimisersState() {
        NeuralNetwork kind = NeuralNetwork.standard();
        Parameters start = kind.initialParameters(FEATURES, 2, new SplittableRandom(7));
        Learner adopting = kind.create(FEATURES, 2, start);
        Learner undisturbed = kind.create(FEATURES, 2, start);
        for (int step = 0; step < 5; step++) {
            train(adopting, 2, step);
            train(undisturbed, 2, step);
        }
        Parameters own = adopting.parameters();

        adopting.adopt(drawn(start.size(), new SplittableRandom(10)));
        assertNotEquals(own, adopting.parameters());
        adopting.adopt(own);
        train(adopting, 2, 5);
        train(undisturbed, 2, 5);

        assertEquals(undisturbed.parameters(), adopting.parameters());
    }

    @Test
    void trainingDoesNotTouchTheParametersItStartedFrom() {
        NeuralNetwork kind = NeuralNetwork.standard();
        Parameters start = kind.initialParameters(FEATURES, 2, new SplittableRandom(7));
        Learner learner = kind.create(FEATURES, 2, start);
        assertEquals(start, learner.parameters());

        train(learner, 2, 0);

        assertEquals(kind.initialParameters(FEATURES, 2, new SplittableRandom(7)), start);
        assertNotEquals(start, learner.parameters());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aSeparableProblemIsLearnedAndTheLossFalls(int classes) {
        for (LearnerKind kind : List.of(NeuralNetwork.standard(), LogisticRegression.standard())) {
            Learner learner = create(kind, classes);
            List<float[]> unseen = rows(500, new SplittableRandom(99));
            int[] truth = DrawnRows.labels(unseen, classes);
            double before = logLoss(learner.predict(unseen), truth);

            for (int step = 0; step < 600; step++) {
                train(learner, classes, step);
            }

            List<Probabilities> predictions = learner.predict(unseen);
            int right = 0;
            for (int row = 0; row < truth.length; row++) {
                right += predictions.get(row).predicted() == truth[row] ? 1 : 0;
            }
            assertTrue(right > 0.9 * truth.length, kind + ": " + right + " of " + truth.length + " right");
            double after = logLoss(predictions, truth);
            assertTrue(after < before / 2, kind + ": log loss " + before + " before, " + after + " after");
        }
    }

    @Test
    void theProbabilitiesOfTwoClassesAddUpToOne() {
        Learner learner = create(NeuralNetwork.standard(), 2);

        for (Probabilities probabilities : learner.predict(rows(500, new SplittableRandom(11)))) {
            assertEquals(1_000_000, Math.round(probabilities.of(0) * 1e6) + Math.round(probabilities.of(1) * 1e6));
        }
    }

    @Test
    void aLossThatIsNotFiniteStopsTheTraining() {
        Learner learner = create(NeuralNetwork.standard(), 2);
        learner.adopt(Parameters.of(filled(learner.parameters().size(), Float.NaN)));

        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> train(learner, 2, 0));

        assertTrue(failure.getMessage().startsWith("training diverged: the loss is NaN"), failure.getMessage());
    }

    @Test
    void rowsAndLabelsOfAnotherShapeAreRefused() {
        Learner learner = create(NeuralNetwork.standard(), 2);
        List<float[]> row = rows(1, new SplittableRandom(12));

        assertEquals(List.of(), learner.predict(List.of()));
        assertThrows(IllegalArgumentException.class, () -> learner.predict(List.of(new float[FEATURES + 1])));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(row, new int[] {2}));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(row, new int[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> learner.learn(List.of(), new int[0]));
        assertThrows(IllegalArgumentException.class, () -> learner.adopt(Parameters.of(1, 2, 3)));
    }

    private static Learner create(LearnerKind kind, int classes) {
        return kind.create(FEATURES, classes, kind.initialParameters(FEATURES, classes, new SplittableRandom(7)));
    }

    private static void train(Learner learner, int classes, int step) {
        List<float[]> rows = rows(32, new SplittableRandom(1000 + step));
        learner.learn(rows, DrawnRows.labels(rows, classes));
    }

    private static double logLoss(List<Probabilities> predictions, int[] truth) {
        double sum = 0;
        for (int row = 0; row < truth.length; row++) {
            sum -= Math.log(Math.max(1e-6, predictions.get(row).of(truth[row])));
        }
        return sum / truth.length;
    }

    private static List<float[]> rows(int count, RandomGenerator random) {
        return DrawnRows.rows(count, FEATURES, random);
    }

    private static Parameters drawn(int count, RandomGenerator random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return Parameters.of(values);
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
