package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What travels beside a message in the record's header: {@code nonce sequence sentAt
 * receiver@arrivesAt*attempts*ignored...}, plain text so that any Kafka tool shows it; {@code !} in place of {@code @}
 * marks a lost delivery. One attempt and no copies that are ignored go without saying.
 */
record WireHeader(String run, long sequence, long sentAt, List<Delivery> deliveries) {
    static final String NAME = "convoy";

    static byte[] encode(String run, Envelope<?> envelope) {
        StringBuilder text = new StringBuilder(64);
        text.append(run).append(' ').append(envelope.sequence()).append(' ').append(envelope.sentAt());
        for (Delivery delivery : envelope.deliveries()) {
            text.append(' ').append(delivery.receiver().name());
            text.append(delivery.lost() ? '!' : '@').append(delivery.arrivesAt());
            if (delivery.attempts() != 1 || delivery.ignored() != 0) {
                text.append('*').append(delivery.attempts());
            }
            if (delivery.ignored() != 0) {
                text.append('*').append(delivery.ignored());
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Empty if it is not one of ours; anybody may write anything into a header. */
    static Optional<WireHeader> decode(byte[] bytes) {
        try {
            Words words = new Words(bytes);
            String run = words.text(' ');
            long sequence = words.number();
            long sentAt = words.number();
            List<Delivery> deliveries = new ArrayList<>(1);
            while (words.more()) {
                deliveries.add(delivery(words));
            }
            return Optional.of(new WireHeader(run, sequence, sentAt, deliveries));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Delivery delivery(Words words) {
        boolean lost = words.next('@', '!') == '!';
        ActorId receiver = new ActorId(words.text(lost ? '!' : '@'));
        boolean several = words.next('*', ' ') == '*';
        long arrivesAt = words.number();
        boolean copies = several && words.next('*', ' ') == '*';
        int attempts = several ? Math.toIntExact(words.number()) : 1;
        return new Delivery(receiver, arrivesAt, attempts, lost, copies ? Math.toIntExact(words.number()) : 0);
    }

    /** Reads bytes word by word; cheaper than splitting them, as is felt once a message. */
    private static final class Words {
        private static final int MOST_DIGITS = 18;

        private final byte[] bytes;
        private int at;

        Words(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        /** Which of the two comes first; a blank if none does. */
        char next(char one, char other) {
            for (int i = at; i < bytes.length; i++) {
                if (bytes[i] == one || bytes[i] == other) {
                    return (char) bytes[i];
                }
            }
            return ' ';
        }

        /** What stands before this character, which is passed over. */
        String text(char end) {
            int from = at;
            while (at < bytes.length && bytes[at] != end) {
                at++;
            }
            if (at == bytes.length) {
                throw new IllegalArgumentException("no '" + end + "'");
            }
            at++;
            return new String(bytes, from, at - 1 - from, StandardCharsets.ISO_8859_1);
        }

        /** Digits, and the character after them. */
        long number() {
            int from = at;
            long number = 0;
            while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
                number = 10 * number + (bytes[at] - '0');
                at++;
            }
            boolean ends = at == bytes.length || (at < bytes.length - 1 && (bytes[at] == ' ' || bytes[at] == '*'));
            if (at == from || at - from > MOST_DIGITS || !ends) {
                throw new IllegalArgumentException("no number");
            }
            at++;
            return number;
        }
    }
}
