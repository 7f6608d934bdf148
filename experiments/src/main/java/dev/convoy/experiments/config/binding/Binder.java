package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlWriter;
import java.util.List;
import java.util.Optional;

/**
 * Between YAML and one type of record. Keys are the components' names in kebab-case; a mapping is laid over
 * {@code standard()}; a sealed interface is chosen by {@code kind}; a type with {@code parse} can be one word.
 */
public final class Binder<T extends Record> {
    private final Class<T> type;
    private final RecordShape shape;

    private Binder(Class<T> type) {
        this.type = type;
        this.shape = new RecordShape(type);
    }

    public static <T extends Record> Binder<T> of(Class<T> type) {
        return new Binder<>(type);
    }

    /** The record; with mistakes, the best there is, or nothing. Nothing written at all means all defaults. */
    public Optional<T> bind(YamlNode root, Mistakes mistakes) {
        YamlNode written = root.isNothing() ? new Mapping(root.place(), List.of()) : root;
        return shape.read(written, Optional.empty(), KeyPath.TOP, new Reading(shape, written, mistakes))
                .map(type::cast);
    }

    /** The tree with the option's value in its place. */
    public YamlNode overlay(YamlNode root, Setting setting, Mistakes mistakes) {
        return new Overlay(setting, mistakes).on(root, shape);
    }

    /** The tree with the content of the CSV files that it names, in the place of their names. */
    public YamlNode withTables(YamlNode root, Mistakes mistakes) {
        return new TableFiles(mistakes).in(root, shape).orElse(root);
    }

    /** Where the value at a key path was written; else the nearest mapping or list above it that was. */
    public Place placeOf(YamlNode root, String keyPath) {
        Reading reading = new Reading(shape, root, new Mistakes());
        List<String> keys = KeyPath.of(keyPath).keys();
        for (int depth = keys.size(); depth > 0; depth--) {
            Optional<Place> place = reading.placeOf(KeyPath.of(String.join(".", keys.subList(0, depth))));
            if (place.isPresent()) {
                return place.get();
            }
        }
        return root.place();
    }

    /** The record with every value written out, always in the same order and form. */
    public String write(T record) {
        return YamlWriter.write(shape.write(record));
    }

    /** The same without the part below one of its keys. */
    public String writeWithout(String key, T record) {
        return YamlWriter.write(shape.write(record).without(key));
    }

    /** Every key there is, in the order of the components, with its default. */
    public List<KeyDescription> keys() {
        return shape.keys(KeyPath.TOP, Optional.empty());
    }
}
