package dev.convoy.experiments.config;

import dev.convoy.runtime.Retransmission;
import java.time.Duration;

/**
 * How often a message is sent again that is lost.
 *
 * @param timeout from one attempt to the next
 * @param attempts how often it is sent at most
 */
public record Retransmit(Duration timeout, int attempts) {
    public Retransmit {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("timeout must be at least 1ms: " + timeout);
        }
        new Retransmission(timeout.toMillis(), attempts);
    }

    /** Never again. */
    public static Retransmit standard() {
        return new Retransmit(Duration.ofSeconds(1), 1);
    }

    Retransmission retransmission() {
        return new Retransmission(timeout.toMillis(), attempts);
    }
}
