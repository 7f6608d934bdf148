package dev.convoy.runtime;

/**
 * One receiver's part of a message's way, drawn in full when the message was sent.
 *
 * @param arrivesAt run time of arrival in milliseconds; of the last attempt's loss where {@code lost}
 * @param attempts how often it was sent, at least 1
 * @param lost whether every attempt was lost, so that it is recorded but not delivered
 * @param ignored how many copies arrive beside the first, which the receiver ignores
 */
public record Delivery(ActorId receiver, long arrivesAt, int attempts, boolean lost, int ignored) {
    public Delivery {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1: " + attempts);
        }
        if (ignored < 0 || (lost && ignored > 0)) {
            throw new IllegalArgumentException("what is lost has no copies that arrive: " + ignored);
        }
    }

    /** Without copies. */
    public Delivery(ActorId receiver, long arrivesAt, int attempts, boolean lost) {
        this(receiver, arrivesAt, attempts, lost, 0);
    }
}
