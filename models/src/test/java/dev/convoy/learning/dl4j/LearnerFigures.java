package dev.convoy.learning.dl4j;

import dev.convoy.learning.Learner;
import dev.convoy.learning.NeuralNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Prints what a prediction and a training step take: wall time and this thread's processor time. */
public final class LearnerFigures {
    private static final int FEATURES = 17;
    private static final int REPETITIONS = 2_000;

    private LearnerFigures() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Natives.load();
        System.out.printf(Locale.ROOT, "load %.0f ms%n", (System.nanoTime() - start) / 1e6);
        NeuralNetwork kind = NeuralNetwork.standard();
        Learner learner = kind.create(FEATURES, 2, kind.initialParameters(FEATURES, 2, new SplittableRandom(1)));
        for (int round = 0; round < 2; round++) {
            for (int count : new int[] {1, 32, 100, 1024}) {
                List<float[]> rows = rows(count);
                measure("predict " + count, () -> learner.predict(rows));
            }
            List<float[]> batch = rows(32);
            int[] labels = new int[32];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = batch.get(i)[0] > 0 ? 1 : 0;
            }
            measure("learn 32", () -> learner.learn(batch, labels));
            measure("parameters", learner::parameters);
            measure("state", learner::state);
            measure("adopt", () -> learner.adopt(learner.parameters()));
        }
    }

    private static void measure(String what, Runnable action) {
        long[] nanos = new long[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            action.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-12s %8.1f us at best, %8.1f us in the median%n",
                what,
                nanos[0] / 1e3,
                nanos[REPETITIONS / 2] / 1e3);
    }

    private static List<float[]> rows(int count) {
        SplittableRandom random = new SplittableRandom(2);
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            float[] values = new float[FEATURES];
            for (int i = 0; i < FEATURES; i++) {
                values[i] = (float) (2 * random.nextDouble() - 1);
            }
            rows.add(values);
        }
        return rows;
    }
}
