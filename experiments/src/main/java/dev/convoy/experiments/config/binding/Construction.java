package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes a record of values, and where its constructor refuses them, finds out which of the written keys are to blame: a
 * constructor names its first objection only, so the culprit is put back to its default and the constructor asked again.
 */
final class Construction {
    private static final Pattern VALUES = Pattern.compile("\\[[^\\]]*\\]|PT\\S*|[0-9]\\S*");

    private final RecordShape shape;
    private final Mapping mapping;
    private final Optional<Object> base;
    private final KeyPath path;
    private final Reading reading;

    Construction(RecordShape shape, Mapping mapping, Optional<Object> base, KeyPath path, Reading reading) {
        this.shape = shape;
        this.mapping = mapping;
        this.base = base;
        this.path = path;
        this.reading = reading;
    }

    /** The record; with mistakes, the best one there is. */
    Optional<Object> of(List<Object> arguments) {
        List<Object> current = new ArrayList<>(arguments);
        for (int attempt = 0; attempt <= arguments.size(); attempt++) {
            Optional<IllegalArgumentException> refusal = refusal(current);
            if (refusal.isEmpty()) {
                return Optional.of(shape.construct(current));
            }
            if (refusal.get() instanceof ConflictsException several) {
                several.conflicts().forEach(this::report);
                return without(several.conflicts(), current).or(() -> base);
            }
            String message = refusal.get().getMessage();
            Optional<Integer> culprit = culprit(current, message);
            report(message, culprit.flatMap(this::written));
            if (culprit.isEmpty() || !names(message, key(culprit.get()))) {
                return base;
            }
            current.set(culprit.get(), defaultOf(culprit.get()).orElseThrow());
        }
        return base;
    }

    /** The written key without which the objection would be another one or none; those it names come first, in order. */
    private Optional<Integer> culprit(List<Object> arguments, String message) {
        return IntStream.range(0, arguments.size())
                .boxed()
                .filter(i -> written(i).isPresent() && defaultOf(i).isPresent())
                .filter(i -> !defaultOf(i).get().equals(arguments.get(i)))
                .sorted(Comparator.comparingInt(i -> position(message, key(i))))
                .filter(i -> {
                    List<Object> without = new ArrayList<>(arguments);
                    without.set(i, defaultOf(i).orElseThrow());
                    return refusal(without)
                            .filter(other -> isSameObjection(message, other.getMessage()))
                            .isEmpty();
                })
                .findFirst();
    }

    private void report(String message, Optional<Entry> culprit) {
        boolean followsFromAnother = shape.keyNames().stream()
                .filter(key -> reading.isBrokenBelow(path.child(key)))
                .anyMatch(
                        key -> culprit.filter(entry -> entry.key().equals(key)).isPresent() || names(message, key));
        if (followsFromAnother) {
            return;
        }
        Optional<Entry> named = culprit.or(() -> namedIn(message));
        reading.report(
                named.map(Entry::place).orElse(mapping.place()),
                named.map(entry -> path.child(entry.key())).orElse(path),
                path.prefix() + Durations.readable(message));
    }

    private void report(Conflicts.Conflict conflict) {
        List<KeyPath> paths = conflict.keys().stream().map(path::below).toList();
        if (paths.stream().anyMatch(reading::isBroken)) {
            return;
        }
        Place place = paths.stream()
                .flatMap(p -> reading.placeOf(p).stream())
                .findFirst()
                .orElseGet(mapping::place);
        reading.conflict(place, path.prefix() + conflict.message());
    }

    /** The record with the first key of every conflict put back to its default, so that the others can be checked on. */
    private Optional<Object> without(List<Conflicts.Conflict> conflicts, List<Object> arguments) {
        List<Object> changed = new ArrayList<>(arguments);
        for (Conflicts.Conflict conflict : conflicts) {
            reading.distrust(path.below(conflict.keys().get(0)));
            String first = KeyPath.of(conflict.keys().get(0)).keys().get(0);
            IntStream.range(0, changed.size())
                    .filter(i -> key(i).equals(first))
                    .forEach(i -> defaultOf(i).ifPresent(value -> changed.set(i, value)));
        }
        return refusal(changed).isPresent() ? Optional.empty() : Optional.of(shape.construct(changed));
    }

    private Optional<IllegalArgumentException> refusal(List<Object> arguments) {
        try {
            shape.construct(arguments);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e);
        }
    }

    private Optional<Entry> namedIn(String message) {
        return mapping.entries().stream()
                .filter(entry -> names(message, entry.key()))
                .min(Comparator.comparingInt(entry -> position(message, entry.key())));
    }

    private String key(int index) {
        return shape.components().get(index).key();
    }

    private Optional<Entry> written(int index) {
        Component component = shape.components().get(index);
        return component.inline() ? Optional.empty() : mapping.entry(component.key());
    }

    private Optional<Object> defaultOf(int index) {
        return shape.components().get(index).of(base);
    }

    private static boolean names(String message, String key) {
        return position(message, key) < Integer.MAX_VALUE;
    }

    private static int position(String message, String key) {
        Matcher word = Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(key) + "(?![a-z0-9-])")
                .matcher(message);
        return word.find() ? word.start() : Integer.MAX_VALUE;
    }

    /** Whether two messages differ in values only. */
    private static boolean isSameObjection(String one, String other) {
        return VALUES.matcher(one).replaceAll("#").equals(VALUES.matcher(other).replaceAll("#"));
    }
}
