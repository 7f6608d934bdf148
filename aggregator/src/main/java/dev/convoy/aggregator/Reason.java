package dev.convoy.aggregator;

import java.util.Locale;

/** Why an update that arrived was not aggregated. */
public enum Reason {
    /** Its node takes no part in the run. */
    NODE,
    /** It holds parameters where the strategy needs a delta, or the other way round. */
    CONTENT,
    /** It has another number of parameters than the global model. */
    SHAPE,
    /** A parameter is NaN or infinite. */
    NON_FINITE,
    /** Its round is not newer than the last one seen of its node. */
    DUPLICATE,
    /** It claims to go back to a version that is not published yet. */
    BASE_VERSION,
    /** Beyond the staleness limit in versions. */
    STALENESS,
    /** Beyond the staleness limit in age, or its data end in the future. */
    AGE,
    /** The merge it would have been part of leaves the range of a float. */
    OVERFLOW,
    /** A newer update of its node took its place in the buffer. */
    NEWER,
    /** The run ended while it was buffered. */
    END;

    /** The word for tables and reports, such as {@code base-version}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
