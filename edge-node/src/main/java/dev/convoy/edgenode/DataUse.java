package dev.convoy.edgenode;

/** What a node does with the rows whose label it has learned. */
public enum DataUse {
    /** It trains on them. */
    LOCAL(true, false),
    /** It trains on them and forwards them to the aggregator. */
    BOTH(true, true),
    /** It forwards them, and leaves all training to the aggregator. */
    CENTRAL(false, true);

    private final boolean trains;
    private final boolean forwards;

    DataUse(boolean trains, boolean forwards) {
        this.trains = trains;
        this.forwards = forwards;
    }

    boolean trains() {
        return trains;
    }

    boolean forwards() {
        return forwards;
    }
}
