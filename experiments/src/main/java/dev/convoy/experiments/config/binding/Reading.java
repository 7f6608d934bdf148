package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One reading of one file: what it found wrong so far, and what it needs to know to say so well. */
final class Reading {
    private final Shape shape;
    private final YamlNode root;
    private final Mistakes mistakes;
    private final List<KeyPath> broken = new ArrayList<>();

    Reading(Shape shape, YamlNode root, Mistakes mistakes) {
        this.shape = shape;
        this.root = root;
        this.mistakes = mistakes;
    }

    /** Reports what cannot be read; checks that concern it are then silent. */
    void report(Place place, KeyPath path, String message) {
        mistakes.add(place, message);
        broken.add(path);
    }

    /** Reports that values which can be read do not go together. */
    void conflict(Place place, String message) {
        mistakes.add(place, message);
    }

    /** Checks that concern this are silent from now on. */
    void distrust(KeyPath path) {
        broken.add(path);
    }

    void reportWrongType(YamlNode node, KeyPath path, String expected) {
        report(node.place(), path, path.prefix() + "expected " + expected + ", found " + node.found());
    }

    void reportUnknownKey(YamlNode.Entry entry, KeyPath in, Collection<String> valid) {
        String key = entry.key();
        Optional<String> meant = Words.nearest(key, valid);
        Optional<String> home =
                meant.filter(word -> Words.distance(key, word) == 1).isPresent() ? Optional.empty() : elsewhere(key);
        String hint = home.map(place -> "; it belongs " + place)
                .orElseGet(() -> valid.isEmpty() ? "; there are none" : Words.hint(key, valid, "valid keys:"));
        if (home.isEmpty()) {
            meant.ifPresent(word -> broken.add(in.child(word)));
        }
        mistakes.add(entry.place(), "unknown key '" + key + "'" + in.in() + hint);
    }

    /** Whether something at or below or above this could not be read. */
    boolean isBroken(KeyPath path) {
        return broken.stream().anyMatch(path::touches);
    }

    /** Whether this very value, or a part of it, could not be read. */
    boolean isBrokenBelow(KeyPath path) {
        return broken.stream().anyMatch(b -> b.keys().size() >= path.keys().size() && b.touches(path));
    }

    /** Where the value at the path was written; empty if it was not. */
    Optional<Place> placeOf(KeyPath path) {
        YamlNode node = root;
        Place place = root.place();
        for (String key : path.keys()) {
            Optional<YamlNode.Entry> entry = node.mapping().flatMap(mapping -> mapping.entry(key));
            Optional<YamlNode> item = node.sequence()
                    .filter(sequence -> key.matches("[0-9]{1,6}")
                            && Integer.parseInt(key) < sequence.items().size())
                    .map(sequence -> sequence.items().get(Integer.parseInt(key)));
            if (entry.isEmpty() && item.isEmpty()) {
                return Optional.empty();
            }
            place = entry.map(YamlNode.Entry::place).orElseGet(() -> item.get().place());
            node = entry.map(YamlNode.Entry::value).orElseGet(item::get);
        }
        return Optional.of(place);
    }

    private Optional<String> elsewhere(String key) {
        List<String> homes = shape.keys(KeyPath.TOP, Optional.empty()).stream()
                .map(KeyDescription::path)
                .filter(path -> path.equals(key) || path.endsWith("." + key))
                .map(path ->
                        path.equals(key) ? "at the top" : "in " + path.substring(0, path.length() - key.length() - 1))
                .distinct()
                .toList();
        return homes.isEmpty() || homes.size() > 2 ? Optional.empty() : Optional.of(String.join(" or ", homes));
    }
}
