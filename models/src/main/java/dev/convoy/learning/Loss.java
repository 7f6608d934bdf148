package dev.convoy.learning;

/** What a network's training makes small, and with it what its last layer does. */
public enum Loss {
    /** Cross-entropy of a sigmoid, or of a softmax for more than two classes. */
    CROSS_ENTROPY,
    /** Mean squared error of the bare weighted sums. */
    SQUARED_ERROR
}
