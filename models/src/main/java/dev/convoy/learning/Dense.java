package dev.convoy.learning;

import dev.convoy.learning.dense.DenseLearner;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A feed-forward network in plain Java: with ReLU and Adam the same as a neural network, or without hidden layers as a
 * logistic or, on the squared error, a linear regression, but for roundings and for the time it takes.
 *
 * @param hidden width of each hidden layer, from the input on; may be empty
 * @param activation of the hidden layers
 * @param loss cross-entropy, or the squared error of the bare weighted sums, held to [0, 1] where they are predictions
 * @param learningRate the updater's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record Dense(
        List<Integer> hidden,
        Activation activation,
        Updater updater,
        Loss loss,
        double learningRate,
        double l2,
        int batch)
        implements NetworkKind {
    public Dense {
        hidden = List.copyOf(hidden);
        NetworkShape.checkHidden(hidden);
        TrainingSettings.check(learningRate, l2, batch);
    }

    /** As the standard neural network. */
    public static Dense standard() {
        return new Dense(List.of(12, 8), Activation.RELU, new Updater.Adam(), Loss.CROSS_ENTROPY, 0.01, 0.0001, 32);
    }

    /** In float32, as the steps are taken. */
    @Override
    public OptionalDouble descentRate() {
        return updater.isPlain() ? OptionalDouble.of((float) learningRate) : OptionalDouble.empty();
    }

    @Override
    public Learner create(int features, int classes, Parameters initial) {
        return new DenseLearner(this, new NetworkShape(features, hidden, classes), initial);
    }
}
