package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** A value that need not be there; its absence is written {@code none}. */
record OptionalShape(Shape inner) implements Shape {
    static final String NONE = "none";

    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        boolean none = node.scalar()
                .filter(scalar -> !scalar.quoted() && scalar.text().equals(NONE))
                .isPresent();
        if (none) {
            return absent();
        }
        if (node.isNothing()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        return inner.read(node, base.flatMap(value -> (Optional<?>) value), path, reading)
                .map(Optional::of);
    }

    @Override
    public YamlNode write(Object value) {
        return ((Optional<?>) value).<YamlNode>map(inner::write).orElse(Scalar.plain(NONE));
    }

    @Override
    public Optional<Object> absent() {
        return Optional.of(Optional.empty());
    }

    @Override
    public String expected() {
        return inner.expected() + ", or none";
    }

    @Override
    public String type() {
        return inner.type() + ", or none";
    }

    @Override
    public List<String> words() {
        return inner.words();
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        return inner.keys(path, standard.flatMap(value -> (Optional<?>) value));
    }

    @Override
    public Optional<Shape> child(String key) {
        return inner.child(key);
    }

    @Override
    public Optional<TableContent> table() {
        return inner.table();
    }

    @Override
    public Optional<YamlNode.Mapping> expand(Scalar word) {
        return inner.expand(word);
    }
}
