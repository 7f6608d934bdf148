package dev.convoy.edgenode;

import dev.convoy.learning.GradientTerm;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.learning.Proximal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression by gradient descent with momentum, in plain Java. It can be made to depend on the batch a row is
 * predicted in, far more than a real learner does, so that a batch cut elsewhere shows.
 */
final class SoftmaxLearner implements Learner {
    private static final double RATE = 0.2;
    private static final double MOMENTUM = 0.5;

    private final int classes;
    private final boolean batchMatters;
    private final List<Integer> batches = new ArrayList<>();
    private float[] weights;
    private float[] velocity;

    SoftmaxLearner(int classes, boolean batchMatters) {
        this.classes = classes;
        this.batchMatters = batchMatters;
        this.weights = new float[classes * (TestWorkload.FEATURES + 1)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i * 37 % 11 - 5) / 50f;
        }
        this.velocity = new float[weights.length];
    }

    /** The sizes of all batches predicted so far. */
    List<Integer> batches() {
        return batches;
    }

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        batches.add(rows.size());
        List<Probabilities> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            double[] probabilities = probabilities(rows.get(i));
            if (batchMatters) {
                double shift = 1e-3 * (rows.size() % 97) / 97 * ((i % 5) + 1);
                probabilities[0] = probabilities[0] * (1 - shift);
                probabilities[1] = Math.min(1, probabilities[1] + shift / 100);
            }
            results.add(Probabilities.of(probabilities));
        }
        return results;
    }

    private double[] probabilities(float[] row) {
        double[] scores = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            double score = weights[k * (row.length + 1) + row.length];
            for (int j = 0; j < row.length; j++) {
                score += weights[k * (row.length + 1) + j] * row[j];
            }
            scores[k] = StrictMath.exp(score);
            sum += scores[k];
        }
        for (int k = 0; k < classes; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    @Override
    public void learn(List<float[]> rows, int[] labels) {
        learn(rows, labels, new Proximal(0, parameters()));
    }

    @Override
    public void learn(List<float[]> rows, int[] labels, GradientTerm term) {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < labels.length; i++) {
            float[] row = rows.get(i);
            double[] probabilities = probabilities(row);
            for (int k = 0; k < classes; k++) {
                double error = probabilities[k] - (labels[i] == k ? 1 : 0);
                for (int j = 0; j <= row.length; j++) {
                    gradient[k * (row.length + 1) + j] += error * (j < row.length ? row[j] : 1) / labels.length;
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            gradient[i] += term.at(i, weights[i]);
            velocity[i] = (float) (MOMENTUM * velocity[i] - RATE * gradient[i]);
            weights[i] += velocity[i];
        }
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(weights);
    }

    @Override
    public void adopt(Parameters parameters) {
        weights = parameters.toArray();
    }

    @Override
    public byte[] state() {
        ByteBuffer buffer = ByteBuffer.allocate(8 * weights.length);
        buffer.asFloatBuffer().put(weights).put(velocity);
        return buffer.array();
    }

    @Override
    public void restore(byte[] state) {
        ByteBuffer.wrap(state).asFloatBuffer().get(weights).get(velocity);
    }
}
