package dev.convoy.experiments.config;

import java.util.Locale;

/** What a sweep knows of a run: one number each, undefined where there was nothing to count. */
public enum Measure {
    DECISIONS("labelled decisions", "", 0, Better.NEITHER),
    ACCURACY("accuracy of decisions", "", 3, Better.HIGHER),
    LAST_QUARTER_ACCURACY("accuracy in the last quarter", "", 3, Better.HIGHER),
    CONTESTED_ACCURACY("accuracy of contested decisions", "", 3, Better.HIGHER),
    BALANCED_ACCURACY("balanced accuracy", "", 3, Better.HIGHER),
    KAPPA("kappa", "", 3, Better.HIGHER),
    LOG_LOSS("log loss", "nats", 3, Better.LOWER),
    COST_PER_1000("cost of 1,000 decisions", "min", 0, Better.LOWER),
    WORST_NODE_ACCURACY("accuracy of the worst node", "", 3, Better.HIGHER),
    RULE_ACCURACY("accuracy of the rule", "", 3, Better.NEITHER),
    ACCURACY_SINCE_DRIFT("accuracy from the first drift on", "", 3, Better.HIGHER),
    DRIFT_DIP("fall of accuracy at the first drift", "", 3, Better.LOWER),
    RECOVERY_HOURS("recovery from the first drift", "h", 1, Better.LOWER),
    HOURS_TO_TARGET("time to the target accuracy", "h", 1, Better.LOWER),
    BYTES_TO_TARGET("bytes to the target accuracy", "B", 0, Better.LOWER),
    UPDATES_SENT("updates sent", "", 0, Better.NEITHER),
    UPDATES_DELIVERED("share of updates delivered", "", 3, Better.HIGHER),
    SENDS_PER_UPDATE("sends of an update", "", 3, Better.LOWER),
    UPDATES_AGGREGATED("updates aggregated", "", 0, Better.NEITHER),
    UPDATES_REJECTED("updates rejected", "", 0, Better.NEITHER),
    UPDATES_LOST("updates lost", "", 0, Better.NEITHER),
    UPDATE_GOODPUT("updates aggregated in an hour", "1/h", 2, Better.HIGHER),
    BYTE_GOODPUT("bytes of models aggregated in an hour", "B/h", 0, Better.HIGHER),
    PARTICIPATION_BIAS("participation bias", "", 3, Better.LOWER),
    MEAN_STALENESS("mean staleness of what was aggregated", "versions", 3, Better.LOWER),
    BYTES_SENT("bytes sent", "B", 0, Better.LOWER),
    VERSIONS("global versions", "", 0, Better.NEITHER),
    SYNCHRONISATIONS("synchronisations", "", 0, Better.LOWER),
    GRADIENT_STEPS("gradient steps", "", 0, Better.NEITHER);

    /** Which of two values one would rather have. */
    public enum Better {
        HIGHER,
        LOWER,
        NEITHER
    }

    private final String words;
    private final String unit;
    private final int decimals;
    private final Better better;

    Measure(String words, String unit, int decimals, Better better) {
        this.words = words;
        this.unit = unit;
        this.decimals = decimals;
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

    /** As many as are worth showing of a mean. */
    public int decimals() {
        return decimals;
    }

    /** Whether it is a whole number in every run. */
    public boolean count() {
        return decimals == 0 && this != COST_PER_1000 && this != BYTE_GOODPUT;
    }

    public Better better() {
        return better;
    }
}
