package dev.convoy.experiments.records;

import dev.convoy.metric.PowerLoss;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * A fault or a drift of a run.
 *
 * @param endMs empty where it lasts to the end
 * @param node empty where it concerns all nodes
 * @param detail for the reader, such as {@code 12 K colder}
 */
public record Span(long timeMs, OptionalLong endMs, String node, String kind, String detail) {
    /** By time, node and kind. */
    public static final Comparator<Span> ORDER = Comparator.comparingLong(Span::timeMs)
            .thenComparing(Span::node)
            .thenComparing(Span::kind)
            .thenComparing(Span::detail);

    public Span {
        if (timeMs < 0 || endMs.orElse(timeMs) < timeMs) {
            throw new IllegalArgumentException("a span must not end before it begins: " + timeMs + " to " + endMs);
        }
    }

    /** @param durationMs of the run */
    static Span of(PowerLoss loss, long durationMs) {
        OptionalLong end = loss.untilMs() < durationMs ? OptionalLong.of(loss.untilMs()) : OptionalLong.empty();
        return new Span(loss.timeMs(), end, loss.node().toString(), "power-loss", "while " + loss.phase());
    }

    String[] cells() {
        return new String[] {
            Cells.seconds(timeMs), endMs.isPresent() ? Cells.seconds(endMs.getAsLong()) : "", node, kind, detail
        };
    }
}
