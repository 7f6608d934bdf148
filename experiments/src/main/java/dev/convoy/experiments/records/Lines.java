package dev.convoy.experiments.records;

import java.nio.charset.StandardCharsets;

/** Some rows of a table in a row: as they stand in its file, and in the hourly hashes. */
final class Lines {
    private final RunTable table;
    private final StringBuilder text = new StringBuilder();
    private final HourlyHashes hashes = new HourlyHashes();

    Lines(RunTable table) {
        this.table = table;
    }

    /** @param line its number in the file; the header has 1 */
    void add(long line, String... cells) throws RunFileException {
        if (cells.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    table.fileName() + " has " + table.columns().size() + " columns: " + String.join(",", cells));
        }
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            // A line break in a cell would hide where a file is cut off.
            cells[i] = withoutControls(cells[i]);
            appendQuoted(cells[i]);
        }
        text.append('\n');
        hashes.add(new Row(table, line, cells));
    }

    int characters() {
        return text.length();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    HourlyHashes hashes() {
        return hashes;
    }

    private void appendQuoted(String cell) {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0) {
            text.append(cell);
        } else {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    private static String withoutControls(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < ' ') {
                return cell.replaceAll("[\\x00-\\x1f]+", " ");
            }
        }
        return cell;
    }
}
