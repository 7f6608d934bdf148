package dev.convoy.learning;

import java.util.random.RandomGenerator;

/** A family of learners with its settings; knows its parameters' shape without building a learner. */
public interface LearnerKind {
    /** The parameters all nodes and the aggregator start from, drawn from this stream. */
    Parameters initialParameters(int features, int classes, RandomGenerator random);

    /** A learner that starts from these parameters. */
    Learner create(int features, int classes, Parameters initial);

    /** Rows of a training step. */
    int batch();
}
