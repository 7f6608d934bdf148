package dev.convoy.runtime;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The way from one actor to another.
 *
 * @param latencyMs mean delay in milliseconds of run time
 * @param jitterMs a delay is uniform in latency plus or minus this (netem's meaning), but at least 1 ms
 * @param loss probability in [0, 1] that a message is lost
 * @param faults several at once add up
 */
public record Link(long latencyMs, long jitterMs, double loss, List<LinkFault> faults) {
    /** The shortest link there is: 1 ms, nothing lost. */
    public static final Link DIRECT = new Link(1, 0, 0);

    public Link {
        faults = List.copyOf(faults);
        if (latencyMs < 0) {
            throw new IllegalArgumentException("latency must not be negative: " + latencyMs + " ms");
        }
        if (jitterMs < 0 || jitterMs > latencyMs) {
            throw new IllegalArgumentException(
                    "jitter must be between 0 and the latency of " + latencyMs + " ms: " + jitterMs + " ms");
        }
        if (!(loss >= 0 && loss <= 1)) {
            throw new IllegalArgumentException("loss must be in [0, 1]: " + loss);
        }
    }

    /** A link without faults. */
    public Link(long latencyMs, long jitterMs, double loss) {
        this(latencyMs, jitterMs, loss, List.of());
    }

    public Link with(List<LinkFault> itsFaults) {
        return new Link(latencyMs, jitterMs, loss, itsFaults);
    }

    /** No message takes less, whatever is drawn. */
    public long minimumDelayMs() {
        return Math.max(1, latencyMs - jitterMs);
    }

    /** Whether there is nothing to draw. */
    boolean isCertain() {
        return jitterMs == 0 && loss == 0;
    }

    /** The way of a message over a link where nothing is left to chance. */
    Delivery certain(ActorId receiver, long sentAt) {
        return new Delivery(receiver, sentAt + minimumDelayMs() + lateness(sentAt), 1, false);
    }

    /** Draws the whole way of one message; always the same number of draws, so that treatments stay paired. */
    Delivery draw(ActorId receiver, long sentAt, RandomGenerator random) {
        double position = random.nextDouble();
        boolean lost = random.nextDouble() < loss;
        long delay = latencyMs - jitterMs + Math.round(position * 2 * jitterMs);
        return new Delivery(receiver, sentAt + Math.max(1, delay) + lateness(sentAt), 1, lost);
    }

    private long lateness(long sentAt) {
        long delay = 0;
        for (LinkFault fault : faults) {
            delay += fault.windows().contains(sentAt) ? fault.delayMs() : 0;
        }
        return delay;
    }
}
