package dev.convoy.experiments.records;

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
            .thenComparingLong(DeadLetter::offset);

    String[] cells() {
        return new String[] {topic, Integer.toString(partition), Long.toString(offset), reason, detail};
    }
}
