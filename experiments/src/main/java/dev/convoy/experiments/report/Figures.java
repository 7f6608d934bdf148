package dev.convoy.experiments.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** How numbers are written in the report. */
final class Figures {
    /** What is undefined. */
    static final String NONE = "–";

    private Figures() {}

    static String score(OptionalDouble score) {
        return score.isPresent() ? decimals(score.getAsDouble(), 3) : NONE;
    }

    static String score(double score) {
        return decimals(score, 3);
    }

    static String decimals(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String decimals(OptionalDouble value, int decimals) {
        return value.isPresent() ? decimals(value.getAsDouble(), decimals) : NONE;
    }

    static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    static String share(double part, double whole) {
        return whole > 0 ? String.format(Locale.ROOT, "%.1f %%", 100 * part / whole) : NONE;
    }

    static String hours(double hours) {
        return decimals(hours, 2).replaceFirst("\\.?0+$", "") + " h";
    }

    static String bytes(double bytes) {
        if (bytes < 10_000) {
            return count(bytes) + " B";
        }
        return bytes < 10_000_000 ? count(bytes / 1000) + " kB" : count(bytes / 1e6) + " MB";
    }
}
