package dev.convoy.learning;

import dev.convoy.learning.dl4j.NetworkLearner;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Linear regression of the 0/1 label by Adam on the squared error, as the second model of the 2023 study: what it says,
 * held to [0, 1], is taken for the probability, so that two classes part at 0.5. For more classes one output each.
 *
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record LinearRegression(double learningRate, double l2, int batch) implements LearnerKind {
    public LinearRegression {
        TrainingSettings.check(learningRate, l2, batch);
    }

    public static LinearRegression standard() {
        return new LinearRegression(0.01, 0.0001, 32);
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
        return new NetworkLearner(shape(features, classes), Loss.SQUARED_ERROR, learningRate, l2, initial);
    }

    @Override
    public Optional<NetworkShape> network(int features, int classes) {
        return Optional.of(shape(features, classes));
    }

    private static NetworkShape shape(int features, int classes) {
        return new NetworkShape(features, List.of(), classes);
    }
}
