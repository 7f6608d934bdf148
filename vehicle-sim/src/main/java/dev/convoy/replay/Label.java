package dev.convoy.replay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be predicted.
 *
 * @param column where it stands
 * @param atMost makes two classes of a number: class 1 is this or less
 * @param groups makes few classes of many words: each class with its words
 */
public record Label(String column, Optional<Double> atMost, Map<String, List<String>> groups) {
    private static final List<String> ABOVE_OR_NOT = List.of("above", "at-most");

    public Label {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        if (atMost.isPresent() && !groups.isEmpty()) {
            throw new IllegalArgumentException("at-most and groups exclude each other: " + column);
        }
        if (atMost.isPresent() && !Double.isFinite(atMost.get())) {
            throw new IllegalArgumentException("at-most must be finite: " + atMost.get());
        }
        long words = groups.values().stream().mapToLong(List::size).sum();
        if (groups.values().stream().flatMap(List::stream).distinct().count() < words) {
            throw new IllegalArgumentException("groups must have each word once: " + column);
        }
    }

    /** The column's own words are the classes. */
    public static Label parse(String column) {
        return new Label(column, Optional.empty(), Map.of());
    }

    /** The classes that follow from this alone; empty where they are the column's words. */
    List<String> classes() {
        return atMost.isPresent() ? ABOVE_OR_NOT : List.copyOf(groups.keySet());
    }

    /** The class of a cell; empty where it has none. */
    OptionalInt of(String cell, List<String> classes) {
        if (atMost.isPresent()) {
            double number = Cells.number(cell);
            return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of(number <= atMost.get() ? 1 : 0);
        }
        int found = -1;
        if (groups.isEmpty()) {
            found = classes.indexOf(cell);
        } else {
            for (Map.Entry<String, List<String>> group : groups.entrySet()) {
                found = group.getValue().contains(cell) ? classes.indexOf(group.getKey()) : found;
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    @Override
    public String toString() {
        return column;
    }
}
