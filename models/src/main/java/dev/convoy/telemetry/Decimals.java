package dev.convoy.telemetry;

/** Rounding to fixed decimals: applied where a number is made, so that every later reader has the same number. */
public final class Decimals {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private Decimals() {}

    /** Half up; never -0. The result prints and parses back to itself. */
    public static double round(double value, int decimals) {
        double power = POWERS[decimals];
        return Math.floor(value * power + 0.5) / power + 0.0;
    }
}
