package dev.convoy.edgenode;

import java.util.Locale;

/** What a node is busy with, as far as its exchange with the aggregator goes. */
public enum NodePhase {
    /** From the cut of an update to its sending. */
    COMPUTING,
    /** From the sending of an update, or from the start, to the next cut. */
    WAITING,
    /** The instant at which an update leaves. */
    SENDING,
    /** The instant at which a global model arrives. */
    RECEIVING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
