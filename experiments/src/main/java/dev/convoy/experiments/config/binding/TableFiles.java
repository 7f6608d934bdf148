package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.CsvReader;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts the content of CSV files in the place of their names: where a list or a free mapping is expected, the name of such
 * a file may be written, as the experiment file's neighbour. A list takes an item from each row, a mapping an entry, whose
 * key is in the first column.
 */
final class TableFiles {
    private static final String SUFFIX = ".csv";

    private final Mistakes mistakes;

    TableFiles(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The node with all its tables; nothing where it is the name of a table that cannot be read. */
    Optional<YamlNode> in(YamlNode node, Shape shape) {
        Optional<Scalar> name = node.scalar()
                .filter(scalar -> scalar.text().toLowerCase(Locale.ROOT).endsWith(SUFFIX));
        if (name.isPresent() && shape.table().isPresent()) {
            TableContent table = shape.table().get();
            return rows(name.get()).map(rows -> table.of(node.place(), rows, mistakes));
        }
        return node.mapping()
                .<YamlNode>map(mapping -> inMapping(mapping, shape))
                .or(() -> node.sequence().map(sequence -> inSequence(sequence, shape)))
                .or(() -> Optional.of(node));
    }

    private Mapping inMapping(Mapping mapping, Shape shape) {
        List<Entry> entries = mapping.entries().stream()
                .flatMap(entry -> shape.child(entry.key())
                        .map(
                                child -> in(entry.value(), child)
                                        .map(value -> new Entry(entry.place(), entry.key(), value))
                                        .stream())
                        .orElse(Stream.of(entry)))
                .toList();
        return new Mapping(mapping.place(), entries);
    }

    private Sequence inSequence(Sequence sequence, Shape shape) {
        Optional<Shape> element = shape.child("0");
        return element.isEmpty()
                ? sequence
                : new Sequence(
                        sequence.place(),
                        sequence.items().stream()
                                .flatMap(item -> in(item, element.get()).stream())
                                .toList());
    }

    private Optional<List<Mapping>> rows(Scalar name) {
        Place place = name.place();
        try {
            Path file = place.line() > 0 ? Path.of(place.source()).resolveSibling(name.text()) : Path.of(name.text());
            return CsvReader.read(place, file, mistakes);
        } catch (InvalidPathException e) {
            mistakes.add(place, "not the name of a file: " + name.text());
            return Optional.empty();
        }
    }
}
