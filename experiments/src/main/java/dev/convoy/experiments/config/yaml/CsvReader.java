package dev.convoy.experiments.config.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads a CSV file into mappings, one a row, as if each had been written in YAML. The first row names the keys, with
 * dots for nested ones; an empty cell is a key that was not written; empty lines and lines that begin with # are passed over.
 */
public final class CsvReader {
    /** Most rows of one file, its header not counted. */
    public static final int MOST_ROWS = 2_000;

    private static final long LONGEST_BYTES = 1 << 20;
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    private final String source;
    private final Mistakes mistakes;
    private final List<Mapping> rows = new ArrayList<>();
    private List<String> header = List.of();

    private CsvReader(String source, Mistakes mistakes) {
        this.source = source;
        this.mistakes = mistakes;
    }

    /**
     * Reads a file; what is wrong with it goes to the mistakes.
     *
     * @param reference where the file is named
     * @return the rows; empty if the file could not be read
     */
    public static Optional<List<Mapping>> read(Place reference, Path file, Mistakes mistakes) {
        CsvReader reader = new CsvReader(file.toString(), mistakes);
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            if (Files.size(file) > LONGEST_BYTES) {
                mistakes.add(reference, file + ": longer than " + LONGEST_BYTES + " bytes");
                return Optional.empty();
            }
            boolean whole = reader.read(Files.readString(file, StandardCharsets.UTF_8));
            return whole ? Optional.of(reader.rows) : Optional.empty();
        } catch (NoSuchFileException e) {
            mistakes.add(reference, "there is no such file: " + file);
        } catch (CharacterCodingException e) {
            mistakes.add(reference, file + ": not text in UTF-8");
        } catch (IOException e) {
            mistakes.add(reference, file + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private boolean read(String text) throws IOException {
        int line = 0;
        try (MappingIterator<String[]> lines =
                MAPPER.readerFor(String[].class).readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            while (lines.hasNextValue()) {
                List<String> cells = List.of(lines.nextValue());
                line = lines.getParser().currentTokenLocation().getLineNr();
                if (!accept(new Place(source, line), cells)) {
                    return false;
                }
            }
        } catch (JsonProcessingException e) {
            mistakes.add(new Place(source, line + 1), "not valid CSV: " + e.getOriginalMessage());
            return false;
        }
        if (rows.isEmpty()) {
            mistakes.add(Place.of(source), "expected a row of names and at least one row of values, found none");
            return false;
        }
        return true;
    }

    private boolean accept(Place place, List<String> cells) {
        return header.isEmpty() ? begin(place, cells) : row(place, cells);
    }

    private boolean begin(Place place, List<String> names) {
        header = names;
        if (names.contains("") || new HashSet<>(names).size() < names.size()) {
            mistakes.add(place, "every column needs a name of its own, found " + String.join(",", names));
            return false;
        }
        return true;
    }

    private boolean row(Place place, List<String> cells) {
        if (cells.size() != header.size()) {
            mistakes.add(place, "expected " + header.size() + " cells, found " + cells.size());
            return false;
        }
        if (cells.get(0).isEmpty()) {
            mistakes.add(place, "the first cell is empty");
            return false;
        }
        if (rows.size() == MOST_ROWS) {
            mistakes.add(place, "more than " + MOST_ROWS + " rows");
            return false;
        }
        Mapping row = new Mapping(place, List.of());
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                List<String> keys = List.of(header.get(column).split("\\.", -1));
                row = with(row, keys, new Scalar(place, cells.get(column), false));
            }
        }
        rows.add(row);
        return true;
    }

    private static Mapping with(Mapping mapping, List<String> keys, Scalar value) {
        String key = keys.get(0);
        if (keys.size() == 1) {
            return mapping.with(new Entry(value.place(), key, value));
        }
        Mapping inner = mapping.entry(key)
                .flatMap(entry -> entry.value().mapping())
                .orElse(new Mapping(value.place(), List.of()));
        return mapping.with(new Entry(value.place(), key, with(inner, keys.subList(1, keys.size()), value)));
    }
}
