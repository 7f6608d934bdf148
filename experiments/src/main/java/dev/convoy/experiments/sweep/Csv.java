package dev.convoy.experiments.sweep;

import dev.convoy.experiments.records.Cells;
import dev.convoy.experiments.records.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A table under construction; its file is there whole or not at all. */
final class Csv {
    private final StringBuilder text = new StringBuilder();

    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append('\n');
        return this;
    }

    void write(Path file) throws IOException {
        WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing where it is undefined. */
    static String number(Optional<Double> value) {
        return value.map(v -> Cells.fixed(v, Cells.SCORE_DECIMALS)).orElse("");
    }

    static String number(OptionalDouble value) {
        return value.isPresent() ? number(Optional.of(value.getAsDouble())) : "";
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
