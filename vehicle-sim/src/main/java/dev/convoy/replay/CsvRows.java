package dev.convoy.replay;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The rows of one CSV file, plain or with the ending {@code .gz}, one at a time. */
final class CsvRows implements Closeable {
    private static final CsvFactory CSV = CsvFactory.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private final Path file;
    private final CsvParser parser;
    private final List<String> header;

    /** A row and where it begins. */
    record Line(long number, List<String> cells) {}

    /** @param columns their names where there is no header line; else empty */
    CsvRows(Path file, List<String> columns) throws IOException {
        this.file = file;
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            this.parser =
                    CSV.createParser(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes);
            this.header = columns.isEmpty() ? next().map(Line::cells).orElse(List.of()) : columns;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The names of the columns; empty for an empty file. */
    List<String> header() {
        return header;
    }

    Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(header.get(i), i);
        }
        return places;
    }

    /** The next row; empty after the last. */
    Optional<Line> next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            while (token != null && token != JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            if (token == null) {
                return Optional.empty();
            }
            long number = 0;
            List<String> cells = new ArrayList<>(header == null ? 16 : header.size());
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (cells.isEmpty()) {
                    number = parser.currentTokenLocation().getLineNr();
                }
                cells.add(parser.getText());
            }
            return Optional.of(new Line(number, cells));
        } catch (JacksonException e) {
            throw new IOException(file + " is not CSV: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
