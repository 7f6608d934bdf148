package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Lays one value over a tree. Mappings on its way are made where there are none; a bare word is written out where its
 * shape says what it stands for. Whether the keys exist is left to the reading.
 */
final class Overlay {
    private final Setting setting;
    private final Mistakes mistakes;

    Overlay(Setting setting, Mistakes mistakes) {
        this.setting = setting;
        this.mistakes = mistakes;
    }

    YamlNode on(YamlNode root, Shape shape) {
        return on(root, Optional.of(shape), 0);
    }

    private YamlNode on(YamlNode node, Optional<Shape> shape, int depth) {
        if (depth == setting.keys().size()) {
            return setting.value();
        }
        return node.sequence()
                .map(sequence -> inList(sequence, shape, depth))
                .orElseGet(() -> mapping(node, shape)
                        .map(mapping -> inMapping(mapping, shape, depth))
                        .orElseGet(() -> refused(node, depth)));
    }

    private YamlNode inMapping(Mapping mapping, Optional<Shape> shape, int depth) {
        String key = setting.keys().get(depth);
        YamlNode inner = mapping.entry(key).map(Entry::value).orElseGet(this::emptyMapping);
        YamlNode changed = on(inner, shape.flatMap(s -> s.child(key)), depth + 1);
        return mapping.with(new Entry(setting.place(), key, changed));
    }

    private YamlNode inList(Sequence sequence, Optional<Shape> shape, int depth) {
        String key = setting.keys().get(depth);
        int size = sequence.items().size();
        if (!key.matches("[0-9]{1,6}") || Integer.parseInt(key) >= size) {
            String which = size == 0 ? "which is empty" : "whose items are 0 to " + (size - 1);
            mistakes.add(setting.place(), way(depth) + " is a list, " + which + ", found '" + key + "'");
            return sequence;
        }
        int index = Integer.parseInt(key);
        YamlNode changed = on(sequence.items().get(index), shape.flatMap(s -> s.child(key)), depth + 1);
        return sequence.with(index, changed);
    }

    private Optional<Mapping> mapping(YamlNode node, Optional<Shape> shape) {
        return node.isNothing()
                ? Optional.of(emptyMapping())
                : node.mapping().or(() -> node.scalar().flatMap(word -> shape.flatMap(s -> s.expand(word))));
    }

    private YamlNode refused(YamlNode node, int depth) {
        mistakes.add(setting.place(), way(depth) + " is " + node.found() + " and has no keys; set it as a whole");
        return node;
    }

    private Mapping emptyMapping() {
        return new Mapping(setting.place(), List.of());
    }

    private String way(int depth) {
        return String.join(".", setting.keys().subList(0, depth));
    }
}
