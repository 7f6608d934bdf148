package dev.convoy.edgenode;

/**
 * A node computes so many times slower: what takes it a time takes the factor times as long. It trains as much as ever,
 * since only the time from the cut of an update to its sending stands for computing.
 */
public record Slowness(double factor) {
    public static final double MOST = 10_000;

    public Slowness {
        if (!(factor >= 1 && factor <= MOST)) {
            throw new IllegalArgumentException("factor must be 1 to " + (long) MOST + ": " + factor);
        }
    }

    /** How long so much work takes, in whole milliseconds. */
    long taken(long workMs) {
        return (long) Math.ceil(workMs * factor);
    }

    /** How much work is done in this time: the most that does not take longer. */
    long done(long ms) {
        long work = (long) (ms / factor);
        while (taken(work) > ms) {
            work--;
        }
        while (taken(work + 1) <= ms) {
            work++;
        }
        return work;
    }
}
