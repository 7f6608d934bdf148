package dev.convoy.experiments.records;

import java.util.OptionalLong;

/**
 * A fault or a drift of a run.
 *
 * @param endMs empty where it lasts to the end
 * @param node empty where it concerns all nodes
 * @param detail for the reader, such as {@code 12 K colder}
 */
public record Span(long timeMs, OptionalLong endMs, String node, String kind, String detail) {
    public Span {
        if (timeMs < 0 || endMs.orElse(timeMs) < timeMs) {
            throw new IllegalArgumentException("a span must not end before it begins: " + timeMs + " to " + endMs);
        }
    }

    String[] cells() {
        return new String[] {
            Cells.seconds(timeMs), endMs.isPresent() ? Cells.seconds(endMs.getAsLong()) : "", node, kind, detail
        };
    }
}
