package dev.convoy.runtime.kafka;

import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The wire form of a dead letter: one line of five fields, the detail last. */
final class DeadLetterRecord {
    private DeadLetterRecord() {}

    static byte[] encode(DeadLetter letter) {
        return String.join(
                        "\t",
                        letter.topic(),
                        Integer.toString(letter.partition()),
                        Long.toString(letter.offset()),
                        letter.reason().word(),
                        letter.detail().replaceAll("\\s+", " "))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Optional<DeadLetter> decode(byte[] bytes) {
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split("\t", 5);
        if (fields.length != 5) {
            return Optional.empty();
        }
        try {
            Rejection reason =
                    Rejection.valueOf(fields[3].toUpperCase(Locale.ROOT).replace('-', '_'));
            return Optional.of(new DeadLetter(
                    fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), reason, fields[4]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
