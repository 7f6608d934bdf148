package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list; one that is written takes the place of the default. */
record ListShape(Shape element) implements Shape {
    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Sequence> sequence = node.sequence();
        if (sequence.isEmpty()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        int index = 0;
        for (YamlNode item : sequence.get().items()) {
            KeyPath itemPath = path.child(Integer.toString(index++));
            element.read(item, Optional.empty(), itemPath, reading).ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
    }

    @Override
    public YamlNode write(Object value) {
        return new Sequence(
                Place.of(""),
                ((List<?>) value).stream().<YamlNode>map(element::write).toList());
    }

    @Override
    public Optional<Object> absent() {
        return Optional.of(List.of());
    }

    @Override
    public String expected() {
        return "a list in brackets or a .csv file, each " + element.expected();
    }

    @Override
    public String type() {
        return "list, each " + element.type();
    }

    @Override
    public List<String> words() {
        return element.words();
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        return element.keys(path.child("*"), Optional.empty());
    }

    @Override
    public Optional<Shape> child(String key) {
        return Optional.of(element);
    }

    @Override
    public Optional<TableContent> table() {
        return Optional.of((place, rows, mistakes) ->
                new Sequence(place, rows.stream().map(this::item).toList()));
    }

    /** The row, or the only cell of it where an item is a single value. */
    private YamlNode item(Mapping row) {
        boolean single = row.entries().size() == 1
                && element.child(row.entries().get(0).key()).isEmpty();
        return single ? row.entries().get(0).value() : row;
    }
}
