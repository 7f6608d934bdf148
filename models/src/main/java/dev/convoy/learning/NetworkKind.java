package dev.convoy.learning;

import dev.convoy.learning.dl4j.NetworkLearner;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A family of feed-forward networks, which are DL4J's and trained by Adam unless it says otherwise; its state is one flat
 * vector of parameters, which can be averaged.
 */
public sealed interface NetworkKind extends LearnerKind
        permits NeuralNetwork, Dense, LogisticRegression, LinearRegression {
    /** Width of each hidden layer, from the input on; empty for the linear ones. */
    List<Integer> hidden();

    Loss loss();

    /** The updater's step size. */
    double learningRate();

    /** Factor of half the squared weights (not biases) in the loss. */
    double l2();

    /** How many parameters each of its networks has. */
    default int parameterCount(int features, int classes) {
        return shape(features, classes).parameterCount();
    }

    @Override
    default ParameterForm form(int features, int classes) {
        return ParameterForm.ofSize(parameterCount(features, classes));
    }

    @Override
    default Parameters initialParameters(int features, int classes, RandomGenerator random) {
        return shape(features, classes).initialParameters(random);
    }

    @Override
    default Learner create(int features, int classes, Parameters initial) {
        return new NetworkLearner(shape(features, classes), loss(), learningRate(), l2(), initial);
    }

    @Override
    default Optional<NetworkShape> network(int features, int classes) {
        return Optional.of(shape(features, classes));
    }

    @Override
    default boolean hasGradient() {
        return true;
    }

    private NetworkShape shape(int features, int classes) {
        return new NetworkShape(features, hidden(), classes);
    }
}
