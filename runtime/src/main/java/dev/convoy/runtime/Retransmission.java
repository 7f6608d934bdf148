package dev.convoy.runtime;

/**
 * How often a message is sent again. The sender hears at once of what has arrived, and is never wrong about it: no
 * acknowledgement is lost.
 *
 * @param timeoutMs from one attempt to the next
 * @param attempts how often it is sent at most; 1 is never again
 */
public record Retransmission(long timeoutMs, int attempts) {
    public static final Retransmission NONE = new Retransmission(1, 1);

    private static final int MOST_ATTEMPTS = 1000;

    public Retransmission {
        if (timeoutMs < 1) {
            throw new IllegalArgumentException("timeout must be at least 1 ms: " + timeoutMs + " ms");
        }
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 1 to " + MOST_ATTEMPTS + ": " + attempts);
        }
    }
}
