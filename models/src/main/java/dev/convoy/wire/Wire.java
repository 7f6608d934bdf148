package dev.convoy.wire;

/**
 * The wire form of one kind of message; safe to share between threads. {@code decode(encode(m))} equals {@code m},
 * because numbers are quantised where they are made.
 */
public interface Wire<M> {
    /** @throws IllegalArgumentException if a number of the message is not finite or a name is none */
    byte[] encode(M message);

    /** @throws MalformedException if the bytes are not such a message; never anything else */
    M decode(byte[] bytes) throws MalformedException;
}
