package dev.convoy.replay;

/** What is in a cell. */
final class Cells {
    private Cells() {}

    /** Its finite number, or NaN where it has none. */
    static double number(String cell) {
        try {
            double number = Double.parseDouble(cell);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
