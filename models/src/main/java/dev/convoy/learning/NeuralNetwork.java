package dev.convoy.learning;

import dev.convoy.learning.dl4j.NetworkLearner;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A feed-forward network with ReLU layers, trained by Adam on the cross-entropy.
 *
 * @param hidden width of each hidden layer, from the input on; at least one
 * @param learningRate Adam's step size
 * @param l2 factor of half the squared weights (not biases) in the loss
 * @param batch rows of a training step
 */
public record NeuralNetwork(List<Integer> hidden, double learningRate, double l2, int batch) implements LearnerKind {
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

    private NetworkShape shape(int features, int classes) {
        return new NetworkShape(features, hidden, classes);
    }
}
