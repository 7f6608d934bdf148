package dev.convoy.edgenode;

/**
 * Instants that return at a fixed interval; run time 0 is never one of them.
 *
 * @param offsetMs the first, or 0 for one interval after the start
 */
record Instants(long everyMs, long offsetMs) {
    Instants {
        if (everyMs < 1) {
            throw new IllegalArgumentException("an interval must be at least 1 ms: " + everyMs + " ms");
        }
        if (offsetMs < 0 || offsetMs >= everyMs) {
            throw new IllegalArgumentException(
                    "an offset must be from 0 to below " + everyMs + " ms: " + offsetMs + " ms");
        }
    }

    /** One member's instants, where those of all members are spread evenly over the interval. */
    static Instants staggered(long everyMs, int member, int members) {
        return new Instants(everyMs, everyMs * (member - 1) / members);
    }

    boolean contains(long time) {
        return time > 0 && time % everyMs == offsetMs;
    }

    /** The first one later than this instant. */
    long after(long time) {
        return time < offsetMs ? offsetMs : time - (time - offsetMs) % everyMs + everyMs;
    }
}
