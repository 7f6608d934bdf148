package dev.convoy.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header, plain or gzip: commas, quotes where needed, one record a line. */
final class CsvFile {
    /** What a reader does with one record. */
    @FunctionalInterface
    interface Line {
        void accept(int number, String text, List<String> cells) throws TableException;
    }

    /** About 400 bytes of heap a line. */
    private static final int MOST_LINES = 2_000_000;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Path file;
    private final List<String> header;

    CsvFile(Path file) throws IOException {
        this.file = file;
        this.header = readHeader();
    }

    List<String> header() {
        return header;
    }

    /** Where this column stands. */
    int place(String column) throws TableException {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new TableException(file + " has no column " + column + "; it has " + String.join(", ", header));
        }
        return place;
    }

    private List<String> readHeader() throws IOException {
        try (BufferedReader reader = open()) {
            String line = reader.readLine();
            if (line == null || line.isBlank()) {
                throw new TableException(file + " is empty; its first line must name the columns");
            }
            List<String> columns = cells(1, line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line).stream()
                    .map(String::strip)
                    .toList();
            for (String column : columns) {
                if (columns.indexOf(column) != columns.lastIndexOf(column)) {
                    throw new TableException(file + ":1: two columns are called " + column);
                }
            }
            return columns;
        }
    }

    /** Every line after the header; empty ones are passed over. */
    void forEach(Line each) throws IOException {
        try (BufferedReader reader = open()) {
            reader.readLine();
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number > MOST_LINES) {
                    throw new TableException(file + " has more than " + MOST_LINES + " lines; train on a part of it");
                }
                if (line.isBlank()) {
                    continue;
                }
                List<String> cells = cells(number, line);
                if (cells.size() != header.size()) {
                    throw new TableException(file + ":" + number + ": " + cells.size() + " cells in place of the "
                            + header.size() + " of the header");
                }
                each.accept(number, line, cells);
            }
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private BufferedReader open() throws IOException {
        try {
            InputStream in = Files.newInputStream(file);
            boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            return new BufferedReader(
                    new InputStreamReader(packed ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8),
                    1 << 16);
        } catch (NoSuchFileException e) {
            throw new TableException("there is no file " + file);
        } catch (IOException e) {
            throw new TableException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** RFC 4180 without line breaks in a cell. */
    private List<String> cells(int number, String line) throws TableException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new TableException(file + ":" + number + ": a quoted cell does not end on its line");
        }
        cells.add(cell.toString());
        return cells;
    }
}
