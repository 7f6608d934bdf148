package dev.convoy.experiments.records;

import dev.convoy.telemetry.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How numbers are written into the cells of a table: fixed decimals, nothing where a number is undefined. */
public final class Cells {
    public static final int SCORE_DECIMALS = 6;
    private static final String[] SMALL = new String[1024];
    private static final double EXACT = 1e9;

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = Integer.toString(i);
        }
    }

    private Cells() {}

    static String whole(long value) {
        return value >= 0 && value < SMALL.length ? SMALL[(int) value] : Long.toString(value);
    }

    static String whole(OptionalInt value) {
        return value.isPresent() ? whole(value.getAsInt()) : "";
    }

    static String whole(OptionalLong value) {
        return value.isPresent() ? whole(value.getAsLong()) : "";
    }

    /** Milliseconds as seconds with three decimals. */
    public static String seconds(long milliseconds) {
        StringBuilder text = new StringBuilder(16);
        appendScaled(text, milliseconds, 3);
        return text.toString();
    }

    static String score(OptionalDouble value) {
        return fixed(value, SCORE_DECIMALS);
    }

    static String fixed(OptionalDouble value, int decimals) {
        return value.isPresent() ? fixed(value.getAsDouble(), decimals) : "";
    }

    /** Half up at this many decimals. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (Math.abs(value) > EXACT) {
            return new BigDecimal(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        double power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        StringBuilder text = new StringBuilder(16);
        appendScaled(text, Math.round(Decimals.round(value, decimals) * power), decimals);
        return text.toString();
    }

    /** Appends value / 10^decimals. */
    static void appendScaled(StringBuilder text, long value, int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        if (value < 0) {
            text.append('-');
        }
        long magnitude = Math.abs(value);
        text.append(magnitude / power);
        if (decimals > 0) {
            text.append('.');
            long fraction = magnitude % power;
            for (long digit = power / 10; digit > 0; digit /= 10) {
                text.append((char) ('0' + fraction / digit % 10));
            }
        }
    }
}
