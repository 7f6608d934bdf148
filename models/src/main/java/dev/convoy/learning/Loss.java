package dev.convoy.learning;

/** What a network's training makes small, and with it what its last layer does. */
public enum Loss {
    /** Cross-entropy of a sigmoid, or of a softmax for more than two classes. */
    CROSS_ENTROPY,
    /** Mean squared error of the bare weighted sums. */
    SQUARED_ERROR;

    /** Stops a training that has left the numbers. */
    public static void requireFinite(double loss, int step) {
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("training diverged: the loss is " + loss + " at step " + step
                    + "; a smaller learning rate may help");
        }
    }
}
