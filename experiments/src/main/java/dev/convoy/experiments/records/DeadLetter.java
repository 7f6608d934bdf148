package dev.convoy.experiments.records;

import dev.convoy.metric.Refusal;
import dev.convoy.runtime.Rejection;
import java.util.Comparator;

/**
 * A record on a topic that was no message of the run.
 *
 * @param topic without the run's prefix
 * @param reason the word of a {@code dev.convoy.runtime.Rejection}
 */
public record DeadLetter(String topic, int partition, long offset, String reason, String detail) {
    static final Comparator<DeadLetter> ORDER = Comparator.comparing(DeadLetter::topic)
            .thenComparingInt(DeadLetter::partition)
            .thenComparingLong(DeadLetter::offset)
            .thenComparing(DeadLetter::detail);

    /** What was corrupted on its way is told by its vehicle's sequence in place of an offset, the same in all engines. */
    static DeadLetter of(Refusal refusal) {
        return new DeadLetter(
                "telemetry." + refusal.node(),
                0,
                refusal.sequence(),
                Rejection.CORRUPTED.word(),
                "record " + refusal.sequence() + " of " + refusal.vehicle() + ", corrupted on its way");
    }

    String[] cells() {
        return new String[] {topic, Integer.toString(partition), Long.toString(offset), reason, detail};
    }
}
