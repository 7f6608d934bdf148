package dev.convoy.experiments.records;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a table of a run's directory line by line; whatever is wrong with the file is one sentence. */
final class TableReader {
    /** What is done with a row; it may object to it. */
    @FunctionalInterface
    interface RowHandler {
        void accept(Row row) throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    private final RunTable table;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long lines;

    private TableReader(RunTable table) {
        this.table = table;
    }

    static void read(Path directory, RunTable table, RowHandler handler) throws IOException {
        Path file = directory.resolve(table.fileName());
        TableReader reader = new TableReader(table);
        try (InputStream in = open(file, table)) {
            reader.read(in, handler);
        } catch (RunFileException e) {
            throw e;
        } catch (IOException e) {
            throw reader.lines == 0
                    ? RunFileException.unreadable(file, e)
                    : new RunFileException(
                            table.fileName() + " is damaged after line " + reader.lines + ": " + e.getMessage());
        }
    }

    static List<Row> rows(Path directory, RunTable table) throws IOException {
        List<Row> rows = new ArrayList<>();
        read(directory, table, rows::add);
        return rows;
    }

    /** Adds the uncompressed bytes of a table to a digest. */
    static void digest(Path directory, RunTable table, MessageDigest digest) throws IOException {
        Path file = directory.resolve(table.fileName());
        try (InputStream in = open(file, table)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
    }

    private static InputStream open(Path file, RunTable table) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return table.compressed() ? new GZIPInputStream(in, BUFFER) : new BufferedInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private void read(InputStream in, RowHandler handler) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    start = i + 1;
                    end(handler);
                }
            }
            line.write(buffer, start, n - start);
        }
        if (line.size() > 0) {
            throw new RunFileException(table.fileName() + " ends in the middle of line " + (lines + 1));
        }
        if (lines == 0) {
            throw new RunFileException(table.fileName() + " is empty");
        }
    }

    private void end(RowHandler handler) throws IOException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines++;
        if (lines == 1) {
            if (!text.equals(table.header())) {
                throw new RunFileException(table.fileName() + ", line 1: the header is not " + table.header());
            }
            return;
        }
        String[] cells = text.indexOf('"') < 0 ? plain(text) : quoted(text);
        if (cells.length != table.columns().size()) {
            throw new RunFileException(table.fileName() + ", line " + lines + ": " + cells.length + " cells instead of "
                    + table.columns().size());
        }
        handler.accept(new Row(table, lines, cells));
    }

    private String[] plain(String text) {
        return text.split(",", -1);
    }

    private String[] quoted(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && inside && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                inside = !inside;
            } else if (c == ',' && !inside) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells.toArray(String[]::new);
    }
}
