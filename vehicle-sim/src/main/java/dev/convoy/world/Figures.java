package dev.convoy.world;

/** Numbers in the labels of drifts: no decimals where none are needed. */
final class Figures {
    private static final double HUNDREDTHS = 100;

    private Figures() {}

    static String plain(double value) {
        double rounded = Math.rint(value * HUNDREDTHS) / HUNDREDTHS;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    static String signed(double value) {
        return value > 0 ? "+" + plain(value) : plain(value);
    }

    static String percent(double share) {
        return plain(100 * share) + " %";
    }

    static String signedPercent(double share) {
        return signed(100 * share) + " %";
    }
}
