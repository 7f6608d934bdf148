package dev.convoy.runtime;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * The way from one actor to another.
 *
 * @param delay of a transmission
 * @param loss of a transmission
 * @param duplicate probability that a transmission goes twice, each copy with its own delay and loss
 * @param retransmission of what is lost
 * @param faults several at once add up
 */
public record Link(Delay delay, Loss loss, double duplicate, Retransmission retransmission, List<LinkFault> faults) {
    /** The shortest link there is: 1 ms, nothing lost. */
    public static final Link DIRECT = new Link(1, 0, 0);

    public Link {
        faults = List.copyOf(faults);
        if (!(duplicate >= 0 && duplicate <= 1)) {
            throw new IllegalArgumentException("duplicate must be in [0, 1]: " + duplicate);
        }
    }

    /**
     * A link that loses, but does nothing worse.
     *
     * @param lossProbability in [0, 1]
     */
    public Link(long latencyMs, long jitterMs, double lossProbability) {
        this(
                new Delay(latencyMs, jitterMs, 0, OptionalLong.empty()),
                new Loss.Independent(lossProbability),
                0,
                Retransmission.NONE,
                List.of());
    }

    public Link with(List<LinkFault> itsFaults) {
        return new Link(delay, loss, duplicate, retransmission, itsFaults);
    }

    /** No message takes less, whatever is drawn and whatever its faults. */
    public long minimumDelayMs() {
        return delay.minimumMs();
    }

    /** Whether there is nothing to draw. */
    boolean isCertain() {
        return delay.isCertain() && loss.isNever() && duplicate == 0;
    }

    /**
     * Draws the whole way of one message, every attempt from a stream of its own, so that treatments stay paired. Of the
     * copies that arrive the receiver takes the first and ignores the others.
     *
     * @param bytes how long the message is; matters only where the link has a rate
     * @param streams by attempt, from 1
     */
    Delivery draw(ActorId receiver, long sentAt, int bytes, LinkState state, IntFunction<RandomGenerator> streams) {
        long lastMs = 0;
        for (int attempt = 1; attempt <= retransmission.attempts(); attempt++) {
            long at = sentAt + (attempt - 1) * retransmission.timeoutMs();
            RandomGenerator random = streams.apply(attempt);
            Transmission one = transmit(at, bytes, state, random);
            boolean twice = duplicate > 0 && random.nextDouble() < duplicate;
            Transmission other = twice ? transmit(at, bytes, state, random) : one;
            if (!one.lost() || !other.lost()) {
                int ignored = twice && !one.lost() && !other.lost() ? 1 : 0;
                return new Delivery(receiver, one.arrivalBeside(other), attempt, false, ignored);
            }
            lastMs = one.arrivesAt();
        }
        return new Delivery(receiver, lastMs, retransmission.attempts(), true, 0);
    }

    private Transmission transmit(long at, int bytes, LinkState state, RandomGenerator random) {
        double position = random.nextDouble();
        boolean lost = loss.loses(state, random);
        long late = 0;
        for (LinkFault fault : faults) {
            if (fault.windows().contains(at)) {
                late += fault.delayMs();
                lost |= fault.cutOff();
            }
        }
        return new Transmission(at + delay.ms(position, random) + delay.transmissionMs(bytes) + late, lost);
    }

    private record Transmission(long arrivesAt, boolean lost) {
        long arrivalBeside(Transmission other) {
            if (lost) {
                return other.arrivesAt;
            }
            return other.lost ? arrivesAt : Math.min(arrivesAt, other.arrivesAt);
        }
    }

    /**
     * How long a transmission takes.
     *
     * @param latencyMs mean delay in milliseconds of run time
     * @param jitterMs a delay is uniform in latency plus or minus this (netem's meaning), but at least 1 ms
     * @param reorder probability that a transmission does not wait for that but goes at once (netem's meaning)
     * @param bitsPerSecond the time for its bits is added; nobody waits for the bits of another
     */
    public record Delay(long latencyMs, long jitterMs, double reorder, OptionalLong bitsPerSecond) {
        private static final double BITS_A_BYTE = 8;

        public Delay {
            if (latencyMs < 0) {
                throw new IllegalArgumentException("latency must not be negative: " + latencyMs + " ms");
            }
            if (jitterMs < 0 || jitterMs > latencyMs) {
                throw new IllegalArgumentException(
                        "jitter must be between 0 and the latency of " + latencyMs + " ms: " + jitterMs + " ms");
            }
            if (!(reorder >= 0 && reorder <= 1)) {
                throw new IllegalArgumentException("reorder must be in [0, 1]: " + reorder);
            }
            if (bitsPerSecond.isPresent() && bitsPerSecond.getAsLong() < 1) {
                throw new IllegalArgumentException("rate must be at least 1 bit/s: " + bitsPerSecond.getAsLong());
            }
        }

        boolean isCertain() {
            return jitterMs == 0 && reorder == 0;
        }

        long minimumMs() {
            return reorder > 0 ? 1 : Math.max(1, latencyMs - jitterMs);
        }

        long ms(double position, RandomGenerator random) {
            if (reorder > 0 && random.nextDouble() < reorder) {
                return 1;
            }
            return Math.max(1, latencyMs - jitterMs + Math.round(position * 2 * jitterMs));
        }

        long transmissionMs(int bytes) {
            return bitsPerSecond.isEmpty()
                    ? 0
                    : (long) Math.ceil(1000 * BITS_A_BYTE * bytes / bitsPerSecond.getAsLong());
        }
    }
}
