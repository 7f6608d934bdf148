package dev.convoy.evaluation;

/** How many decisions between two classes were wrong, and in which way: class 1 says that something is needed. */
public final class Mistakes {
    private static final int NEEDED = 1;

    private long decisions;
    private long missed;
    private long needless;

    public void add(int predicted, int label) {
        decisions++;
        if (predicted != label) {
            missed += label == NEEDED ? 1 : 0;
            needless += predicted == NEEDED ? 1 : 0;
        }
    }

    public long decisions() {
        return decisions;
    }

    /** Needed, but not predicted. */
    public long missed() {
        return missed;
    }

    /** Predicted, but not needed. */
    public long needless() {
        return needless;
    }
}
