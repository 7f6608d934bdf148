package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type that reads itself from one word; where it also has a structure, that can be written instead.
 *
 * @param raw the type, for its name
 */
record ParsedShape(Class<?> raw, Function<String, Object> parse, Optional<Shape> structure) implements Shape {
    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Scalar> scalar = node.scalar().filter(s -> !s.isNothing());
        boolean word = scalar.filter(s -> words().contains(s.text())).isPresent();
        if (word || (scalar.isEmpty() && structure.isPresent())) {
            return structure.orElseThrow().read(node, base, path, reading);
        }
        if (scalar.isEmpty()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(scalar.get().text()));
        } catch (IllegalArgumentException refusal) {
            reading.report(node.place(), path, path.prefix() + Durations.readable(refusal.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public YamlNode write(Object value) {
        String text = value.toString();
        return structure
                .filter(shape -> !readsBack(text, value))
                .map(shape -> shape.write(value))
                .orElseGet(() -> Scalar.plain(text));
    }

    @Override
    public String expected() {
        return structure.isPresent() ? "one value or a mapping" : "a word";
    }

    @Override
    public String type() {
        return Words.kebab(raw.getSimpleName()).replace('-', ' ');
    }

    @Override
    public List<String> words() {
        return structure.map(Shape::words).orElse(List.of());
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        return structure.map(shape -> shape.keys(path, standard)).orElse(List.of());
    }

    @Override
    public Optional<Shape> child(String key) {
        return structure.flatMap(shape -> shape.child(key));
    }

    /** A single word is written out in full, so that a part of it can be set. */
    @Override
    public Optional<YamlNode.Mapping> expand(Scalar word) {
        try {
            Object value = parse.apply(word.text());
            return structure.flatMap(shape -> shape.write(value).mapping());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private boolean readsBack(String text, Object value) {
        try {
            return parse.apply(text).equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
