package dev.convoy.learning.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Activation;
import dev.convoy.learning.Dense;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Updater;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CorrectionTest {
    private static final double RATE = 0.5;
    private static final Dense KIND = kind(new Updater.Sgd());

    private final SplittableRandom random = new SplittableRandom(1);
    private final Learner learner = KIND.create(2, 2, KIND.initialParameters(2, 2, random));
    private final int size = learner.parameters().size();
    private final double[] gradients = new double[size];
    private Parameters own = Parameters.zeros(size);
    private Parameters all = Parameters.zeros(size);

    /** What option II of Karimireddy et al. 2020, algorithm 1, comes to. */
    @Test
    void theControlVariateOfANodeIsTheMeanOfItsGradientsAlsoWhenThatOfAllChangesOnTheWay() {
        Correction correction = new Correction(learner);
        for (int round = 0; round < 4; round++) {
            Parameters before = learner.parameters();
            step(correction, 3);
            adopt(correction);
            step(correction, 2 + round);

            Parameters change = correction.cut(learner.parameters().minus(before));

            assertEquals(own.plus(change), correction.own());
            own = correction.own();
            for (int i = 0; i < size; i++) {
                assertEquals(gradients[i] / (5 + round), own.get(i), 1e-6, "round " + round + ", parameter " + i);
                gradients[i] = 0;
            }
            assertTrue(own.norm() > 0.01);
            adopt(correction);
        }
    }

    @Test
    void stepsWhoseProgressIsDroppedCountForNothing() {
        Correction correction = new Correction(learner);
        adopt(correction);
        step(correction, 4);
        correction.drop();
        Parameters before = learner.parameters();
        Arrays.fill(gradients, 0);
        step(correction, 1);

        correction.cut(learner.parameters().minus(before));

        for (int i = 0; i < size; i++) {
            assertEquals(gradients[i], correction.own().get(i), 1e-6, "parameter " + i);
        }
    }

    @Test
    void aNodeWithoutStepsKeepsItsControlVariate() {
        Correction correction = new Correction(learner);
        adopt(correction);

        assertEquals(Parameters.zeros(size), correction.cut(Parameters.zeros(size)));
        assertEquals(Parameters.zeros(size), correction.own());
    }

    @Test
    void itGoesOnFromItsSnapshotAsIfNothingHadHappened() throws IOException {
        Correction correction = new Correction(learner);
        step(correction, 2);
        correction.cut(Parameters.of(learner.parameters().toArray()));
        adopt(correction);
        step(correction, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        correction.writeTo(new DataOutputStream(bytes));
        Correction restored = new Correction(learner);

        restored.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertEquals(correction.term(), restored.term());
        assertEquals(correction.cut(learner.parameters()), restored.cut(learner.parameters()));
    }

    @Test
    void onlyPlainGradientDescentIsCorrected() {
        Parameters initial = KIND.initialParameters(2, 2, random);
        Learner adam = kind(new Updater.Adam()).create(2, 2, initial);

        assertThrows(IllegalArgumentException.class, () -> new Correction(adam));
        assertTrue(NeuralNetwork.standard().descentRate().isEmpty());
    }

    private static Dense kind(Updater updater) {
        return new Dense(List.of(3), Activation.RELU, updater, Loss.CROSS_ENTROPY, RATE, 0.01, 1);
    }

    private void adopt(Correction correction) {
        float[] drawn = new float[size];
        for (int i = 0; i < size; i++) {
            drawn[i] = (float) (random.nextDouble() - 0.5);
        }
        all = Parameters.of(drawn);
        correction.adopt(all);
    }

    /** Steps with the term; the gradients are what they would be without it. */
    private void step(Correction correction, int count) {
        for (int step = 0; step < count; step++) {
            Parameters before = learner.parameters();
            List<float[]> rows = List.of(new float[] {random.nextInt(3) - 1, random.nextInt(3) - 1});
            int[] labels = {random.nextInt(2)};
            Learner free = KIND.create(2, 2, before);
            free.learn(rows, labels);
            learner.learn(rows, labels, correction.term());
            correction.stepped(1);
            for (int i = 0; i < size; i++) {
                gradients[i] += (before.get(i) - free.parameters().get(i)) / RATE;
            }
        }
    }
}
