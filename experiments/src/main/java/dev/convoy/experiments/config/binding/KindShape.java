package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of several kinds: {@code kind: some-kind} with that kind's keys, or the bare word for its defaults. */
final class KindShape implements Shape {
    static final String KIND = "kind";

    private final Map<String, RecordShape> kinds = new LinkedHashMap<>();

    KindShape(Class<?> type) {
        for (Class<?> permitted : records(type).toList()) {
            RecordShape shape = new RecordShape(permitted);
            if (shape.keyNames().contains(KIND) || kinds.put(Words.kind(permitted), shape) != null) {
                throw new IllegalArgumentException("a kind's own word must be one of its own: " + permitted);
            }
        }
    }

    /** The records among the permitted, those of permitted interfaces included. */
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(KindShape::records);
    }

    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Mapping> mapping = node.mapping().or(() -> expand(node));
        if (mapping.isEmpty()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        Optional<String> kind = kind(mapping.get(), base, path, reading);
        return kind.flatMap(word -> read(word, mapping.get(), base, path, reading));
    }

    @Override
    public YamlNode write(Object value) {
        String word = Words.kind(value.getClass());
        List<Entry> entries = new ArrayList<>(kinds.get(word).write(value).entries());
        if (entries.isEmpty()) {
            return Scalar.plain(word);
        }
        entries.add(0, Entry.of(KIND, Scalar.plain(word)));
        return new Mapping(Place.of(""), entries);
    }

    @Override
    public String expected() {
        return kinds.size() == 1 ? "the kind " + words().get(0) : "a kind, one of " + String.join(", ", words());
    }

    @Override
    public String type() {
        return kinds.size() == 1 ? "kind " + words().get(0) : "one of the kinds " + String.join(", ", words());
    }

    @Override
    public List<String> words() {
        return List.copyOf(kinds.keySet());
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        List<KeyDescription> keys = new ArrayList<>();
        String chosenBy = path.toString().replaceFirst("\\.\\*$", "");
        kinds.forEach((word, shape) -> {
            Optional<Object> own = standard.filter(shape.recordType()::isInstance);
            for (KeyDescription key : shape.keys(path, own)) {
                keys.add(new KeyDescription(
                        key.path(), key.type(), key.standard(), key.words(), Optional.of(chosenBy + "=" + word)));
            }
        });
        return keys;
    }

    @Override
    public Optional<Shape> child(String key) {
        return kinds.values().stream()
                .flatMap(shape -> shape.child(key).stream())
                .findFirst();
    }

    @Override
    public Optional<Mapping> expand(Scalar word) {
        return word.isNothing()
                ? Optional.empty()
                : Optional.of(new Mapping(word.place(), List.of(new Entry(word.place(), KIND, word))));
    }

    private Optional<Mapping> expand(YamlNode node) {
        return node.scalar().flatMap(this::expand);
    }

    /** The kind that is written, or else the default's. */
    private Optional<String> kind(Mapping mapping, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Entry> entry = mapping.entry(KIND);
        if (entry.isEmpty()) {
            Optional<String> word = base.map(value -> Words.kind(value.getClass()));
            if (word.isEmpty()) {
                reading.report(mapping.place(), path, "key 'kind' is missing" + path.in() + "; write " + expected());
            }
            return word;
        }
        YamlNode value = entry.get().value();
        Optional<String> word = value.scalar().filter(s -> !s.isNothing()).map(Scalar::text);
        if (word.filter(kinds::containsKey).isEmpty()) {
            String hint = word.map(w -> Words.hint(w, kinds.keySet(), "kinds:")).orElse("; kinds: " + words());
            reading.report(value.place(), path, path.prefix() + "there is no kind " + value.found() + hint);
            return Optional.empty();
        }
        return word;
    }

    private Optional<Object> read(String word, Mapping mapping, Optional<Object> base, KeyPath path, Reading reading) {
        RecordShape shape = kinds.get(word);
        Mapping settings = mapping.without(KIND);
        for (Entry entry : settings.entries()) {
            if (!shape.keyNames().contains(entry.key())) {
                reportForeignKey(entry, word, path, reading);
            }
        }
        return shape.readKnown(settings, base.filter(shape.recordType()::isInstance), path, reading);
    }

    private void reportForeignKey(Entry entry, String word, KeyPath path, Reading reading) {
        List<String> others = kinds.entrySet().stream()
                .filter(kind -> kind.getValue().keyNames().contains(entry.key()))
                .map(Map.Entry::getKey)
                .toList();
        if (others.isEmpty()) {
            List<String> valid = new ArrayList<>(kinds.get(word).keyNames());
            valid.add(0, KIND);
            reading.reportUnknownKey(entry, path, valid);
        } else {
            reading.report(
                    entry.place(),
                    path.child(entry.key()),
                    "key '" + entry.key() + "'" + path.in() + " belongs to the kind " + String.join(", ", others)
                            + ", but the kind is " + word);
        }
    }
}
