package dev.convoy.runtime;

import java.util.OptionalLong;

/**
 * The wire form of the messages of one topic. {@code decode(encode(m))} equals {@code m} for every message an actor
 * makes, because numbers are quantised where they are made.
 */
public interface Codec<M> {
    byte[] encode(M message);

    /** @throws UndecodableException if the bytes are not a message of this topic; never anything else */
    M decode(byte[] bytes) throws UndecodableException;

    /** A longer record is refused unread. */
    default int maximumBytes() {
        return 1 << 20;
    }

    /** The run time a message speaks of, where it says so; tells a late foreign record from a merely foreign one. */
    default OptionalLong timeOf(M message) {
        return OptionalLong.empty();
    }
}
