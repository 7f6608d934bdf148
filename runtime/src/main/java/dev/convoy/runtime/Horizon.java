package dev.convoy.runtime;

import java.util.List;

/** What an actor knows of its future when it promises: messages already on their way, and bounds on all others. */
public interface Horizon {
    /** The earliest instant at which anything can still happen to this actor: a message or a timer. */
    long nextEvent();

    /** Arrival times of the messages from this sender that are known but not yet handled, in order. */
    List<Long> knownArrivals(ActorId sender);

    /** No message from this sender that is not yet known arrives before this instant. */
    long mark(ActorId sender);
}
