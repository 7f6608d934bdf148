package dev.convoy.experiments.sweep;

import java.util.Locale;

/** What a sweep knows of a run: one number each, undefined where there was nothing to count. */
public enum Measure {
    DECISIONS("labelled decisions", "", true, Better.NEITHER),
    ACCURACY("accuracy of decisions", "", false, Better.HIGHER),
    LAST_QUARTER_ACCURACY("accuracy in the last quarter", "", false, Better.HIGHER),
    CONTESTED_ACCURACY("accuracy of contested decisions", "", false, Better.HIGHER),
    BALANCED_ACCURACY("balanced accuracy", "", false, Better.HIGHER),
    KAPPA("kappa", "", false, Better.HIGHER),
    LOG_LOSS("log loss", "nats", false, Better.LOWER),
    COST_PER_1000("cost of 1,000 decisions", "min", false, Better.LOWER),
    WORST_NODE_ACCURACY("accuracy of the worst node", "", false, Better.HIGHER),
    RULE_ACCURACY("accuracy of the rule", "", false, Better.NEITHER),
    UPDATES_SENT("updates sent", "", true, Better.NEITHER),
    UPDATES_AGGREGATED("updates aggregated", "", true, Better.NEITHER),
    UPDATES_REJECTED("updates rejected", "", true, Better.NEITHER),
    UPDATES_LOST("updates lost", "", true, Better.NEITHER),
    PARTICIPATION_BIAS("participation bias", "", false, Better.LOWER),
    MEAN_STALENESS("mean staleness of what was aggregated", "versions", false, Better.LOWER),
    BYTES_SENT("bytes sent", "B", true, Better.LOWER),
    VERSIONS("global versions", "", true, Better.NEITHER),
    SYNCHRONISATIONS("synchronisations", "", true, Better.LOWER),
    GRADIENT_STEPS("gradient steps", "", true, Better.NEITHER);

    /** Which of two values one would rather have. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    private final String words;
    private final String unit;
    private final boolean count;
    private final Better better;

    Measure(String words, String unit, boolean count, Better better) {
        this.words = words;
        this.unit = unit;
        this.count = count;
        this.better = better;
    }

    /** Its name in files. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Empty for counts and shares. */
    public String unit() {
        return unit;
    }

    /** Whether it is a whole number. */
    public boolean count() {
        return count;
    }

    public Better better() {
        return better;
    }
}
