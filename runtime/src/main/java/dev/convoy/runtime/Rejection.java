package dev.convoy.runtime;

import java.util.Locale;

/** Why a record on a topic was put into the dead letters instead of being delivered. */
public enum Rejection {
    UNPARSABLE,
    WRONG_SHAPE,
    NON_FINITE,
    TOO_LARGE,
    TOO_LATE,
    FOREIGN,
    /** Damaged on its way within the run, as an experiment wants it: nothing a broker would let pass. */
    CORRUPTED;

    /** The word for tables and reports, such as {@code wrong-shape}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
