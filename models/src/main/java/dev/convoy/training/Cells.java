package dev.convoy.training;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Cells of text as numbers. */
final class Cells {
    private static final Set<String> NOT_FINITE =
            Set.of("", "nan", "na", "null", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private Cells() {}

    /** NaN for what is missing or not finite; empty if it is a word. */
    static OptionalDouble number(String cell) {
        if (NOT_FINITE.contains(cell.toLowerCase(Locale.ROOT))) {
            return OptionalDouble.of(Double.NaN);
        }
        char last = cell.charAt(cell.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return OptionalDouble.empty(); // Java reads 1d and 0x1p3f as numbers
        }
        try {
            double value = Double.parseDouble(cell);
            return OptionalDouble.of(Double.isFinite(value) ? value : Double.NaN);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
