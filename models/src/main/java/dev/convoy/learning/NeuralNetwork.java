package dev.convoy.learning;

import java.util.List;

/**
 * A feed-forward network with ReLU layers, trained by Adam on the cross-entropy.
 *
 * @param hidden width of each hidden layer, from the input on; at least one
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record NeuralNetwork(List<Integer> hidden, double learningRate, double l2, int batch) implements NetworkKind {
    public NeuralNetwork {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty()) {
            throw new IllegalArgumentException(
                    "hidden must name the width of at least one layer (without any, use logistic-regression)");
        }
        NetworkShape.checkHidden(hidden);
        TrainingSettings.check(learningRate, l2, batch);
    }

    /** The 2023 study's shape and step size. */
    public static NeuralNetwork standard() {
        return new NeuralNetwork(List.of(12, 8), 0.01, 0.0001, 32);
    }

    @Override
    public Loss loss() {
        return Loss.CROSS_ENTROPY;
    }
}
