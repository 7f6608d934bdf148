package dev.convoy.experiments.records;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A part of the decisions that is scored on its own.
 *
 * @param kind by what they are chosen
 * @param value which of several slices of the kind
 * @param taken the decisions of it, of those of a node or of the fleet in the order of their labels
 */
record Slice(String kind, String value, UnaryOperator<List<Decided>> taken) {
    static Slice where(String kind, String value, Predicate<Decided> condition) {
        return new Slice(
                kind, value, decisions -> decisions.stream().filter(condition).toList());
    }

    /** Those that meet a condition, {@code yes}, and the others, {@code no}; nothing in either where none meets it. */
    static List<Slice> divided(String kind, Predicate<Decided> condition) {
        UnaryOperator<List<Decided>> others = decisions -> decisions.stream().noneMatch(condition)
                ? List.of()
                : decisions.stream().filter(condition.negate()).toList();
        return List.of(where(kind, "yes", condition), new Slice(kind, "no", others));
    }

    /** Nothing where there are fewer. */
    static Slice first(int count) {
        return new Slice(
                "first",
                Integer.toString(count),
                decisions -> decisions.size() < count ? List.of() : decisions.subList(0, count));
    }
}
