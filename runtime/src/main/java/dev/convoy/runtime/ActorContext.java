package dev.convoy.runtime;

import java.util.List;
import java.util.random.RandomGenerator;

/** Everything an actor may use of the world outside: run time, chance, timers, and the topics it writes. */
public interface ActorContext {
    /** Run time in milliseconds since the start of the run. */
    long now();

    /**
     * The stream of random numbers with this name, which continues from call to call and is part of the snapshot. It
     * depends on the run's seed, the actor's name and this name alone.
     */
    RandomGenerator random(String name);

    /** Sends over the link to the receiver; the key names the vehicle or node that speaks. */
    <M> void send(Topic<M> topic, String key, ActorId receiver, M message);

    /** Sends one message to several receivers, each over its own link. */
    <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message);

    /** Puts a message on record that nobody receives. */
    <M> void publish(Topic<M> topic, M message);

    /** Calls {@link Actor#wake} at this run time, which may be now, after the messages that arrive at that instant. */
    void wakeAt(long time, String timer);
}
