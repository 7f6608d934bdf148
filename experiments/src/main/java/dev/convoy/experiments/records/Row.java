package dev.convoy.experiments.records;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** One line of a table with its place in the file. */
final class Row {
    private final RunTable table;
    private final long line;
    private final String[] cells;

    Row(RunTable table, long line, String[] cells) {
        this.table = table;
        this.line = line;
        this.cells = cells;
    }

    RunTable table() {
        return table;
    }

    long line() {
        return line;
    }

    /** The cells in the order of the columns. */
    String[] cells() {
        return cells;
    }

    String text(String column) {
        return cells[table.index(column)];
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    long whole(String column) throws RunFileException {
        String text = text(column);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw problem(column, "'" + text + "' is not a whole number");
        }
    }

    OptionalLong optionalWhole(String column) throws RunFileException {
        return has(column) ? OptionalLong.of(whole(column)) : OptionalLong.empty();
    }

    OptionalInt optionalClass(String column) throws RunFileException {
        if (!has(column)) {
            return OptionalInt.empty();
        }
        long value = whole(column);
        if (value < 0 || value > Short.MAX_VALUE) {
            throw problem(column, "'" + value + "' is not a class");
        }
        return OptionalInt.of((int) value);
    }

    double number(String column) throws RunFileException {
        return number(column, text(column));
    }

    double number(String column, String text) throws RunFileException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw problem(column, "'" + text + "' is not a number");
        }
    }

    /** Seconds with three decimals as milliseconds. */
    long milliseconds(String column) throws RunFileException {
        String text = text(column);
        int point = text.length() - 4;
        if (point < 1 || text.charAt(point) != '.') {
            throw problem(column, "'" + text + "' is not a time in seconds with three decimals");
        }
        try {
            return Long.parseLong(text.substring(0, point) + text.substring(point + 1));
        } catch (NumberFormatException e) {
            throw problem(column, "'" + text + "' is not a time in seconds with three decimals");
        }
    }

    OptionalLong optionalMilliseconds(String column) throws RunFileException {
        return has(column) ? OptionalLong.of(milliseconds(column)) : OptionalLong.empty();
    }

    /** Fails where the recorded cell is not this text. */
    void require(String column, String recomputed) throws RunFileException {
        if (!text(column).equals(recomputed)) {
            throw differs(column, recomputed);
        }
    }

    /** Fails where the recorded cell is not this text, which follows from another table. */
    void require(String column, String recomputed, RunTable source) throws RunFileException {
        if (!text(column).equals(recomputed)) {
            throw differs(column, recomputed + " from " + source.fileName());
        }
    }

    RunFileException differs(String column, String recomputed) {
        return problem(column, "recorded " + shown(text(column)) + ", recomputed " + shown(recomputed));
    }

    RunFileException problem(String column, String what) {
        return new RunFileException(place() + ", column " + column + ": " + what);
    }

    RunFileException problem(String what) {
        return new RunFileException(place() + ": " + what);
    }

    private String place() {
        return table.fileName() + ", line " + line;
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "nothing" : cell;
    }

    /** As it stands in the file, but for quotes. */
    @Override
    public String toString() {
        return String.join(",", cells);
    }
}
