package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are free; one that is written takes the place of the default, and keeps its order. */
record MapShape(Shape key, Shape value) implements Shape {
    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Mapping> mapping = node.mapping();
        if (mapping.isEmpty()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.get().entries()) {
            KeyPath entryPath = path.child(entry.key());
            Scalar keyNode = new Scalar(entry.place(), entry.key(), false);
            Optional<Object> readKey = key.read(keyNode, Optional.empty(), entryPath, reading);
            Optional<Object> readValue = value.read(entry.value(), Optional.empty(), entryPath, reading);
            readKey.ifPresent(k -> readValue.ifPresent(v -> values.put(k, v)));
        }
        return Optional.of(Collections.unmodifiableMap(values));
    }

    @Override
    public YamlNode write(Object map) {
        return new Mapping(
                Place.of(""),
                ((Map<?, ?>) map)
                        .entrySet().stream()
                                .map(entry -> Entry.of(
                                        key.write(entry.getKey())
                                                .scalar()
                                                .orElseThrow()
                                                .text(),
                                        value.write(entry.getValue())))
                                .toList());
    }

    @Override
    public Optional<Object> absent() {
        return Optional.of(Map.of());
    }

    @Override
    public String expected() {
        return "a mapping";
    }

    @Override
    public String type() {
        return "mapping to " + value.type();
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        return value.keys(path.child("*"), Optional.empty());
    }

    @Override
    public Optional<Shape> child(String name) {
        return Optional.of(value);
    }

    @Override
    public Optional<TableContent> table() {
        return Optional.of(MapShape::entries);
    }

    /** The first cell of a row is the key, the others are the value. */
    private static Mapping entries(Place place, List<Mapping> rows, Mistakes mistakes) {
        Mapping entries = new Mapping(place, List.of());
        for (Mapping row : rows) {
            Entry first = row.entries().get(0);
            String key = first.value().scalar().map(Scalar::text).orElse("");
            if (entries.entry(key).isPresent()) {
                mistakes.add(row.place(), "'" + key + "' is there twice");
            }
            entries = entries.with(new Entry(row.place(), key, row.without(first.key())));
        }
        return entries;
    }
}
