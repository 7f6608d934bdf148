package dev.convoy.learning;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** A family of learners with its settings; knows its parameters' shape without building a learner. */
public sealed interface LearnerKind permits NetworkKind {
    /** What the parameters of a learner of this kind look like: what a model update must hold. */
    ParameterForm form(int features, int classes);

    /** The parameters all nodes and the aggregator start from, drawn from this stream. */
    Parameters initialParameters(int features, int classes, RandomGenerator random);

    /** A learner that starts from these parameters; only now is a library for networks loaded. */
    Learner create(int features, int classes, Parameters initial);

    /** The layers of its network, if it is one. */
    default Optional<NetworkShape> network(int features, int classes) {
        return Optional.empty();
    }

    /** Whether a step of training follows a gradient, to which terms can be added. */
    default boolean hasGradient() {
        return false;
    }

    /** Rows of a training step. */
    int batch();
}
