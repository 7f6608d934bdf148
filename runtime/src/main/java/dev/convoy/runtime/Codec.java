package dev.convoy.runtime;

/**
 * The wire form of the messages of one topic. {@code decode(encode(m))} equals {@code m} for every message an actor
 * makes, because numbers are quantised where they are made.
 */
public interface Codec<M> {
    byte[] encode(M message);

    /** @throws UndecodableException if the bytes are not a message of this topic; never anything else */
    M decode(byte[] bytes) throws UndecodableException;
}
