package dev.convoy.runtime;

import java.util.List;
import java.util.Optional;

/**
 * A message with its way: who said it, when, and when it arrives where.
 *
 * @param writer the actor that published it
 * @param key the stable key of the sender (a vehicle or a node, never a shard); orders messages that arrive together
 * @param sequence counts the messages of the writer; orders messages of one key that arrive together
 * @param sentAt run time in milliseconds
 * @param deliveries one per receiver; none for a message that is only recorded
 */
public record Envelope<M>(
        Topic<M> topic, ActorId writer, String key, long sequence, long sentAt, List<Delivery> deliveries, M message) {
    public Envelope {
        deliveries = List.copyOf(deliveries);
        for (Delivery delivery : deliveries) {
            if (delivery.arrivesAt() <= sentAt) {
                throw new IllegalArgumentException(
                        "a message takes at least 1 ms: sent at " + sentAt + ", arrives at " + delivery.arrivesAt());
            }
        }
    }

    /** The delivery to this actor, unless there is none or it was lost. */
    public Optional<Delivery> deliveryTo(ActorId receiver) {
        for (Delivery delivery : deliveries) {
            if (delivery.receiver().equals(receiver)) {
                return delivery.lost() ? Optional.empty() : Optional.of(delivery);
            }
        }
        return Optional.empty();
    }
}
