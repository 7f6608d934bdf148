package dev.convoy.experiments.records;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import dev.convoy.telemetry.NodeId;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * A message with which a node forwarded rows to the aggregator, without the rows.
 *
 * @param number the node's own counter of them, from 1
 * @param arrivesMs empty if it was lost
 * @param attempts how often it was sent
 */
record ForwardedMessage(
        long sentMs,
        NodeId node,
        long number,
        int outcomes,
        int rows,
        int bytes,
        OptionalLong arrivesMs,
        int attempts) {
    static final Comparator<ForwardedMessage> ORDER = Comparator.comparingLong(ForwardedMessage::sentMs)
            .thenComparing(ForwardedMessage::node)
            .thenComparingLong(ForwardedMessage::number);

    static ForwardedMessage of(Envelope<ForwardedRows> envelope, long number) {
        ForwardedRows message = envelope.message();
        return new ForwardedMessage(
                envelope.sentAt(),
                message.node(),
                number,
                message.outcomes(),
                message.rows().size(),
                envelope.topic().codec().encode(message).length,
                envelope.deliveries().stream()
                        .filter(delivery -> !delivery.lost())
                        .mapToLong(Delivery::arrivesAt)
                        .findFirst(),
                envelope.deliveries().stream().mapToInt(Delivery::attempts).sum());
    }

    /** Of all attempts. */
    long sentBytes() {
        return (long) bytes * attempts;
    }

    boolean arrivesBefore(long endMs) {
        return arrivesMs.isPresent() && arrivesMs.getAsLong() < endMs;
    }

    String[] cells() {
        return new String[] {
            Cells.seconds(sentMs),
            node.toString(),
            Cells.whole(number),
            Cells.whole(outcomes),
            Cells.whole(rows),
            Cells.whole(bytes),
            arrivesMs.isPresent() ? Cells.seconds(arrivesMs.getAsLong()) : "",
            Cells.whole(attempts)
        };
    }
}
