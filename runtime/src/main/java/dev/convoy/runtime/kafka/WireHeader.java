package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What travels beside a message in the record's header: {@code nonce sequence sentAt receiver@arrivesAt*attempts...},
 * plain text so that any Kafka tool shows it; {@code !} in place of {@code @} marks a lost delivery.
 */
record WireHeader(String run, long sequence, long sentAt, List<Delivery> deliveries) {
    static final String NAME = "convoy";

    static byte[] encode(String run, Envelope<?> envelope) {
        StringBuilder text = new StringBuilder(64);
        text.append(run).append(' ').append(envelope.sequence()).append(' ').append(envelope.sentAt());
        for (Delivery delivery : envelope.deliveries()) {
            text.append(' ').append(delivery.receiver().name());
            text.append(delivery.lost() ? '!' : '@').append(delivery.arrivesAt());
            if (delivery.attempts() != 1) {
                text.append('*').append(delivery.attempts());
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty if it is not one of ours; anybody may write anything into a header. */
    static Optional<WireHeader> decode(byte[] bytes) {
        String[] words = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
        if (words.length < 3) {
            return Optional.empty();
        }
        try {
            List<Delivery> deliveries = new ArrayList<>(words.length - 3);
            for (int i = 3; i < words.length; i++) {
                deliveries.add(delivery(words[i]));
            }
            return Optional.of(
                    new WireHeader(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]), deliveries));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Delivery delivery(String word) {
        boolean lost = word.indexOf('!') >= 0;
        int at = word.indexOf(lost ? '!' : '@');
        int star = word.indexOf('*');
        long arrivesAt = Long.parseLong(word.substring(at + 1, star < 0 ? word.length() : star));
        int attempts = star < 0 ? 1 : Integer.parseInt(word.substring(star + 1));
        return new Delivery(new ActorId(word.substring(0, at)), arrivesAt, attempts, lost);
    }
}
