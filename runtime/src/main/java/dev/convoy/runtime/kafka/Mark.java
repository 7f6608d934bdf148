package dev.convoy.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record without a value between the messages of a writer: what it promises, and how far it has come.
 *
 * @param sendsFrom the writer sends nothing before this run time; {@code Long.MAX_VALUE} if never again
 * @param clock it has handled everything before this run time; {@code Long.MAX_VALUE} once it has finished
 */
record Mark(String run, long sendsFrom, long clock) {
    static final String NAME = "convoy-mark";

    boolean finished() {
        return clock == Long.MAX_VALUE;
    }

    byte[] encode() {
        return (run + " " + sendsFrom + " " + clock).getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<Mark> decode(byte[] bytes) {
        String[] words = new String(bytes, StandardCharsets.US_ASCII).split(" ", -1);
        if (words.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Mark(words[0], Long.parseLong(words[1]), Long.parseLong(words[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
