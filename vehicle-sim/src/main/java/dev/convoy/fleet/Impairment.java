package dev.convoy.fleet;

/**
 * How probably a record goes wrong on its way from a vehicle to a node. A lost record is nothing else; of one that is
 * corrupted nothing but that arrives; the others may be held up, or go twice, or both: then the copy goes at once.
 */
public record Impairment(double loss, double duplicate, double reorder, double corrupt) {
    public static final Impairment NONE = new Impairment(0, 0, 0, 0);

    public Impairment {
        require("loss", loss);
        require("duplicate", duplicate);
        require("reorder", reorder);
        require("corrupt", corrupt);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Both at once, each by itself. */
    Impairment and(Impairment other) {
        return new Impairment(
                either(loss, other.loss),
                either(duplicate, other.duplicate),
                either(reorder, other.reorder),
                either(corrupt, other.corrupt));
    }

    /** The very number of the one where the other is 0, so that a fault of nothing changes nothing. */
    private static double either(double one, double other) {
        return Math.min(1, one + other - one * other);
    }

    private static void require(String key, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(key + " must be in [0, 1]: " + probability);
        }
    }
}
