package dev.convoy.learning.dense;

import dev.convoy.learning.Dense;
import dev.convoy.learning.GradientTerm;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Loss;
import dev.convoy.learning.NetworkShape;
import dev.convoy.learning.NetworkState;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A network in plain Java that predicts and trains in float32; what it says of a row does not depend on the others. */
public final class DenseLearner implements Learner {
    /** Rows predicted at once: enough to be fast, few enough for the caches. */
    private static final int BLOCK = 256;

    /** Where 1e-22 added and taken away leaves nothing, there was less than 6e-30; much greater numbers stay. */
    private static final float FAR_GREATER = 1e-22f;

    private final Dense kind;
    private final NetworkShape shape;
    private final DenseNetwork network;
    private final float[] parameters;
    private final float[] gradient;
    private final float[][] moments;
    private int steps;

    public DenseLearner(Dense kind, NetworkShape shape, Parameters initial) {
        shape.requireSize(initial);
        this.kind = kind;
        this.shape = shape;
        this.network = new DenseNetwork(shape, kind.activation(), kind.loss());
        this.parameters = initial.toArray();
        this.gradient = new float[parameters.length];
        this.moments = new float[kind.updater().moments()][parameters.length];
    }

    @Override
    public List<Probabilities> predict(List<float[]> rows) {
        shape.requireWidth(rows);
        List<Probabilities> predictions = new ArrayList<>(rows.size());
        for (int from = 0; from < rows.size(); from += BLOCK) {
            int to = Math.min(from + BLOCK, rows.size());
            float[][] outputs = network.predictions(parameters, rows.subList(from, to));
            for (int row = 0; row < to - from; row++) {
                predictions.add(probabilities(outputs, row));
            }
        }
        return predictions;
    }

    @Override
    public void learn(List<float[]> rows, int[] labels) {
        computeGradient(rows, labels);
        step();
    }

    @Override
    public void learn(List<float[]> rows, int[] labels, GradientTerm term) {
        shape.requireSize(term.size());
        computeGradient(rows, labels);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += term.at(i, parameters[i]);
        }
        step();
    }

    @Override
    public OptionalDouble descentRate() {
        return kind.descentRate();
    }

    private void computeGradient(List<float[]> rows, int[] labels) {
        shape.requireBatch(rows, labels);
        double loss = network.gradient(parameters, rows, labels, kind.l2(), gradient);
        steps++;
        Loss.requireFinite(loss, steps);
    }

    private void step() {
        kind.updater().step(parameters, gradient, moments, kind.learningRate(), steps);
        dropTraces(parameters);
        for (float[] moment : moments) {
            dropTraces(moment);
        }
    }

    @Override
    public Parameters parameters() {
        return Parameters.of(parameters);
    }

    @Override
    public void adopt(Parameters adopted) {
        shape.requireSize(adopted);
        take(adopted.toArray(), parameters, 0);
    }

    @Override
    public byte[] state() {
        float[] flat = new float[moments.length * parameters.length];
        for (int moment = 0; moment < moments.length; moment++) {
            System.arraycopy(moments[moment], 0, flat, moment * parameters.length, parameters.length);
        }
        return new NetworkState(steps, parameters, flat).encode();
    }

    @Override
    public void restore(byte[] state) {
        NetworkState restored = NetworkState.decode(state, parameters.length, moments.length * parameters.length);
        take(restored.parameters(), parameters, 0);
        for (int moment = 0; moment < moments.length; moment++) {
            take(restored.moments(), moments[moment], moment * parameters.length);
        }
        steps = restored.iterations();
    }

    /**
     * Without it the penalty wears the weights of a unit that no row reaches down to subnormal numbers, and with each of
     * them a processor takes a hundred times as long.
     */
    private static void dropTraces(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (numbers[i] + FAR_GREATER) - FAR_GREATER;
        }
    }

    private static void take(float[] from, float[] into, int first) {
        System.arraycopy(from, first, into, 0, into.length);
    }

    private static Probabilities probabilities(float[][] outputs, int row) {
        if (outputs.length == 1) {
            return Probabilities.binary(held(outputs[0][row]));
        }
        double[] values = new double[outputs.length];
        for (int label = 0; label < values.length; label++) {
            values[label] = held(outputs[label][row]);
        }
        return Probabilities.of(values);
    }

    /** Weighted sums can lie beyond what a probability can be. */
    private static double held(float output) {
        return Math.max(0, Math.min(1, output));
    }
}
