package dev.convoy.experiments.plots;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A CSV file with a header (RFC 4180), its rows in the order of the file. */
public final class Table {
    private final Path file;
    private final Map<String, Integer> columns;
    private final List<Row> rows;

    private Table(Path file, Map<String, Integer> columns, List<Row> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads a file that must have the given columns; further ones are kept.
     *
     * @throws UnreadableRunException if it is missing, empty or malformed
     */
    public static Table read(Path file, String... required) {
        List<CsvLine> lines = CsvLine.split(file, content(file));
        if (lines.isEmpty()) {
            throw new UnreadableRunException(file + " is empty: a table starts with a line of column names");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String name : lines.get(0).cells()) {
            columns.put(name, columns.size());
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                throw new UnreadableRunException(file + " has no column '" + name + "', only "
                        + String.join(", ", columns.keySet()) + "; was it written by this version of Convoy?");
            }
        }
        List<Row> rows = new ArrayList<>();
        for (CsvLine line : lines.subList(1, lines.size())) {
            if (line.cells().size() != columns.size()) {
                throw new UnreadableRunException(
                        file + ":" + line.number() + ": " + line.cells().size() + " cells under " + columns.size()
                                + " column names; is the file cut off?");
            }
            rows.add(new Row(file, line, columns));
        }
        return new Table(file, columns, List.copyOf(rows));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableRunException("there is no " + file + ": is this the directory of a finished run?", e);
        } catch (MalformedInputException e) {
            throw new UnreadableRunException(file + " is not " + StandardCharsets.UTF_8 + " text", e);
        } catch (IOException e) {
            throw new UnreadableRunException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    public Path file() {
        return file;
    }

    /** The column names in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    public List<Row> rows() {
        return rows;
    }

    /** A line of a table. */
    public static final class Row {
        private final Path file;
        private final CsvLine line;
        private final Map<String, Integer> columns;

        private Row(Path file, CsvLine line, Map<String, Integer> columns) {
            this.file = file;
            this.line = line;
            this.columns = columns;
        }

        public String text(String column) {
            Integer index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column " + column + " in " + file);
            }
            return line.cells().get(index);
        }

        /** Empty if the cell is. */
        public OptionalDouble number(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
            } catch (NumberFormatException e) {
                throw new UnreadableRunException(wrong(column, "a number", text).getMessage(), e);
            }
            throw wrong(column, "a finite number", text);
        }

        /** A number that must be there. */
        public double needed(String column) {
            return number(column).orElseThrow(() -> wrong(column, "a number", ""));
        }

        /** A time in seconds, in hours. */
        public OptionalDouble hours(String column) {
            OptionalDouble seconds = number(column);
            return seconds.isPresent() ? OptionalDouble.of(seconds.getAsDouble() / 3600) : seconds;
        }

        UnreadableRunException wrong(String column, String wanted, String text) {
            return new UnreadableRunException(
                    file + ":" + line.number() + ": " + column + " must be " + wanted + ": '" + text + "'");
        }
    }
}
