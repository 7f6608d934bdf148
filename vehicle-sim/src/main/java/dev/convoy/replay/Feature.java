package dev.convoy.replay;

import java.util.List;
import java.util.Optional;

/**
 * A column that learners see: a number with its range, or a word that becomes one input for each of its values.
 *
 * @param low the lower end of the range in the column's own unit; with {@code high} it fixes the scaling for every node
 * @param values the words; empty for a number
 */
public record Feature(
        String column, Optional<Double> low, Optional<Double> high, Optional<Scale> scale, List<String> values) {
    static final int MOST_VALUES = 1000;

    public Feature {
        values = List.copyOf(values);
        if (column.isBlank()) {
            throw new IllegalArgumentException("column must not be empty");
        }
        if (low.isPresent() != high.isPresent()) {
            throw new IllegalArgumentException("low and high belong together: " + column);
        }
        if (low.isPresent() && !(low.get() < high.get() && Double.isFinite(high.get() - low.get()))) {
            throw new IllegalArgumentException("low must be below high: " + low.get() + " to " + high.get());
        }
        if (!values.isEmpty() && (low.isPresent() || scale.isPresent())) {
            throw new IllegalArgumentException("values are words; leave out low, high and scale: " + column);
        }
        if (values.size() > MOST_VALUES || values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("values must be at most " + MOST_VALUES + ", each once: " + column);
        }
    }

    /** A column of which everything else is found in the files. */
    public static Feature parse(String column) {
        return new Feature(column, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    static Feature number(String column, double low, double high, Optional<Scale> scale) {
        return new Feature(column, Optional.of(low), Optional.of(high), scale, List.of());
    }

    static Feature words(String column, List<String> values) {
        return new Feature(column, Optional.empty(), Optional.empty(), Optional.empty(), values);
    }

    boolean isResolved() {
        return isWord() || low.isPresent();
    }

    boolean isWord() {
        return !values.isEmpty();
    }

    @Override
    public String toString() {
        return column;
    }
}
