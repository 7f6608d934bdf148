package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A record: a mapping with a key for each component, laid over the record's {@code standard()} if it has one. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final List<Component> components;
    private final Constructor<?> constructor;

    RecordShape(Class<?> type) {
        this.type = type;
        this.components =
                Stream.of(type.getRecordComponents()).map(Component::of).toList();
        this.constructor = canonicalConstructor(type);
    }

    Class<?> recordType() {
        return type;
    }

    List<Component> components() {
        return components;
    }

    Optional<Object> standard() {
        return Shapes.standard(type);
    }

    /** The keys that can be written in it, those of inlined components included. */
    List<String> keyNames() {
        return components.stream()
                .flatMap(c -> c.inline() ? c.inlined().keyNames().stream() : Stream.of(c.key()))
                .toList();
    }

    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Mapping> mapping = node.mapping();
        if (mapping.isEmpty()) {
            reading.reportWrongType(node, path, expected());
            return Optional.empty();
        }
        List<String> valid = keyNames();
        mapping.get().entries().stream()
                .filter(entry -> !valid.contains(entry.key()))
                .forEach(entry -> reading.reportUnknownKey(entry, path, valid));
        return readKnown(mapping.get(), base, path, reading);
    }

    /** Reads its own keys and passes over all others. */
    Optional<Object> readKnown(Mapping mapping, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Object> under = base.or(this::standard);
        List<Optional<Object>> values = new ArrayList<>();
        for (Component component : components) {
            values.add(readComponent(component, mapping, component.of(under), path, reading));
        }
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return under;
        }
        List<Object> arguments = values.stream().map(Optional::get).toList();
        return new Construction(this, mapping, under, path, reading).of(arguments);
    }

    Object construct(List<Object> arguments) {
        try {
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw Shapes.refusal(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Mapping write(Object value) {
        List<Entry> entries = new ArrayList<>();
        for (Component component : components) {
            Object part = component.of(value);
            if (component.inline()) {
                entries.addAll(component.inlined().write(part).entries());
            } else {
                entries.add(Entry.of(component.key(), component.shape().write(part)));
            }
        }
        return new Mapping(Place.of(""), entries);
    }

    @Override
    public String expected() {
        return "a mapping with keys such as " + keyNames().stream().findFirst().orElse("");
    }

    @Override
    public String type() {
        return "mapping";
    }

    @Override
    public List<KeyDescription> keys(KeyPath path, Optional<Object> standard) {
        Optional<Object> under = standard.or(this::standard);
        return components.stream()
                .flatMap(component -> component.inline()
                        ? component.inlined().keys(path, component.of(under)).stream()
                        : keys(component, path.child(component.key()), component.of(under)))
                .toList();
    }

    @Override
    public Optional<Shape> child(String key) {
        return components.stream()
                .flatMap(c -> (c.inline()
                                ? c.inlined().child(key)
                                : Optional.of(c.shape()).filter(shape -> c.key().equals(key)))
                        .stream())
                .findFirst();
    }

    private static Stream<KeyDescription> keys(Component component, KeyPath path, Optional<Object> standard) {
        Shape shape = component.shape();
        KeyDescription own = new KeyDescription(
                path.toString(),
                shape.type(),
                standard.or(shape::absent).map(value -> YamlWriter.flow(shape.write(value))),
                shape.words(),
                Optional.empty());
        return Stream.concat(Stream.of(own), shape.keys(path, standard).stream());
    }

    private static Optional<Object> readComponent(
            Component component, Mapping mapping, Optional<Object> base, KeyPath path, Reading reading) {
        if (component.inline()) {
            return component.inlined().readKnown(mapping, base, path, reading);
        }
        Shape shape = component.shape();
        Optional<Entry> entry = mapping.entry(component.key());
        if (entry.isPresent()) {
            KeyPath childPath = path.child(component.key());
            return shape.read(entry.get().value(), base, childPath, reading).or(() -> base);
        }
        Optional<Object> value = base.or(shape::absent);
        if (value.isEmpty()) {
            reading.report(
                    mapping.place(),
                    path.child(component.key()),
                    "key '" + component.key() + "' is missing" + path.in() + "; write " + shape.expected());
        }
        return value;
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
