package dev.convoy.runtime.relay;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Sends a random number to a random worker every few milliseconds, from one of three voices. */
final class Source implements Actor {
    private final List<ActorId> workers;
    private final List<Topic<Number>> streams;
    private final Topic<Number> records;
    private long sent;

    Source(List<ActorId> workers, List<Topic<Number>> streams, Topic<Number> records) {
        this.workers = workers;
        this.streams = streams;
        this.records = records;
    }

    @Override
    public ActorId id() {
        return Relay.SOURCE;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of();
    }

    @Override
    public void start(ActorContext context) {
        context.wakeAt(0, "next");
    }

    @Override
    public void wake(String timer, ActorContext context) {
        for (int i = 0; i < 2; i++) {
            int worker = context.random("worker").nextInt(workers.size());
            String voice = "voice-" + context.random("voice").nextInt(3);
            context.send(
                    streams.get(worker),
                    voice,
                    workers.get(worker),
                    new Number(voice, context.random("value").nextLong(1_000)));
            sent++;
        }
        context.wakeAt(context.now() + 20 + context.random("gap").nextInt(40), "next");
    }

    @Override
    public void finish(ActorContext context) {
        context.publish(records, new Number("sent", sent));
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        out.writeLong(sent);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        sent = in.readLong();
    }
}
