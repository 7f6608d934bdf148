package dev.convoy.learning;

import java.util.List;

/**
 * Logistic regression (softmax regression for more than two classes), trained by Adam: a network without hidden layers.
 *
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record LogisticRegression(double learningRate, double l2, int batch) implements NetworkKind {
    public LogisticRegression {
        TrainingSettings.check(learningRate, l2, batch);
    }

    public static LogisticRegression standard() {
        return new LogisticRegression(0.01, 0.0001, 32);
    }

    @Override
    public List<Integer> hidden() {
        return List.of();
    }

    @Override
    public Loss loss() {
        return Loss.CROSS_ENTROPY;
    }
}
