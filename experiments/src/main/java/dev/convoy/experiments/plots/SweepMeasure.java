package dev.convoy.experiments.plots;

import java.util.Locale;

/**
 * What a sweep measured of each run.
 *
 * @param column its name in the tables
 * @param words its name for people
 * @param unit empty for counts and shares
 * @param better {@code higher}, {@code lower} or {@code neither}
 */
public record SweepMeasure(String column, String words, String unit, String better) {
    private static final double MANY = 1000;
    private static final double SOME = 10;

    public boolean lowerIsBetter() {
        return better.equals("lower");
    }

    /** With its unit. */
    public String label() {
        return unit.isEmpty() ? words : words + " (" + unit + ")";
    }

    /** A value as it is written in pictures and reports: three decimals, fewer where it is large. */
    public String text(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= MANY ? "%,.0f" : size >= SOME ? "%.1f" : "%.3f", value);
    }
}
