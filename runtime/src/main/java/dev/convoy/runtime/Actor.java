package dev.convoy.runtime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A single-threaded state machine: messages and timers in, messages out. It gets time, chance and publishing from its
 * {@link ActorContext} and from nowhere else, so that its output follows from the order of its input alone.
 */
public interface Actor {
    ActorId id();

    /** The topics it reads, each with its handler. */
    List<Inlet<?>> inlets();

    /** Called once, at run time 0, before anything else. */
    void start(ActorContext context);

    /** A timer set by {@link ActorContext#wakeAt} has come due. */
    void wake(String timer, ActorContext context);

    /** Called once, at the end of the run; what is published here is recorded, never delivered. */
    void finish(ActorContext context);

    /**
     * A promise: this actor sends nothing to another actor before this instant (run time, milliseconds). The later, the
     * further the others can go ahead; too late would break causality. The default promises nothing beyond its next
     * event.
     */
    default long earliestSend(Horizon horizon) {
        return horizon.nextEvent();
    }

    /** Writes all state that its future output depends on; timers and random streams are kept by the engine. */
    void snapshot(DataOutput out) throws IOException;

    /** Takes the place of {@link #start} when the actor continues from a snapshot. */
    void restore(DataInput in) throws IOException;
}
