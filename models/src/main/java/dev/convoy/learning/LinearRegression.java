package dev.convoy.learning;

import java.util.List;

/**
 * Linear regression of the 0/1 label by Adam on the squared error, as the second model of the 2023 study: what it says,
 * held to [0, 1], is taken for the probability, so that two classes part at 0.5. For more classes one output each.
 *
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record LinearRegression(double learningRate, double l2, int batch) implements NetworkKind {
    public LinearRegression {
        TrainingSettings.check(learningRate, l2, batch);
    }

    public static LinearRegression standard() {
        return new LinearRegression(0.01, 0.0001, 32);
    }

    @Override
    public List<Integer> hidden() {
        return List.of();
    }

    @Override
    public Loss loss() {
        return Loss.SQUARED_ERROR;
    }
}
