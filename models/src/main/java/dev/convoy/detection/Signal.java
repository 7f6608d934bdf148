package dev.convoy.detection;

/** What a detector says after an error. */
public enum Signal {
    NONE,
    /** The errors may have changed; only {@link Ddm} says so before it is sure. */
    WARNING,
    /** The errors are no longer as they were. */
    DRIFT
}
