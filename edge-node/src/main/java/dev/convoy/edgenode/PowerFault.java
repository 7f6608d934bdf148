package dev.convoy.edgenode;

/**
 * A node loses power in a phase of its exchange. What it was computing, sending or receiving is lost, everything else is
 * as it was when the power comes back.
 *
 * @param offMs for how long
 * @param probability of it, each time the node comes into the phase
 */
public record PowerFault(NodePhase phase, long offMs, double probability) {
    public PowerFault {
        if (offMs < 1) {
            throw new IllegalArgumentException("off must be at least 1ms: " + offMs + "ms");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be above 0 and at most 1: " + probability);
        }
    }
}
