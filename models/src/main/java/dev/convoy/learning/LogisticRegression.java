package dev.convoy.learning;

import dev.convoy.learning.dl4j.NetworkLearner;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Logistic regression (softmax regression for more than two classes), trained by Adam: a network without hidden layers.
 *
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record LogisticRegression(double learningRate, double l2, int batch) implements LearnerKind {
    public LogisticRegression {
        TrainingSettings.check(learningRate, l2, batch);
    }

    public static LogisticRegression standard() {
        return new LogisticRegression(0.01, 0.0001, 32);
    }

    @Override
    public int parameterCount(int features, int classes) {
        return shape(features, classes).parameterCount();
    }

    @Override
    public Parameters initialParameters(int features, int classes, RandomGenerator random) {
        return shape(features, classes).initialParameters(random);
    }

    @Override
    public Learner create(int features, int classes, Parameters initial) {
        return new NetworkLearner(shape(features, classes), Loss.CROSS_ENTROPY, learningRate, l2, initial);
    }

    @Override
    public Optional<NetworkShape> network(int features, int classes) {
        return Optional.of(shape(features, classes));
    }

    private static NetworkShape shape(int features, int classes) {
        return new NetworkShape(features, List.of(), classes);
    }
}
