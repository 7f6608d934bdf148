package dev.convoy.runtime.relay;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Folds what it hears into a state that depends on the order, and sends it to the hub every second. */
final class Worker implements Actor {
    private static final long PERIOD_MS = 1_000;

    private final ActorId id;
    private final Topic<Number> stream;
    private final Topic<Number> sums;
    private final Topic<Number> answers;
    private final Topic<Number> records;
    private long state;
    private long nextSend = PERIOD_MS;

    Worker(ActorId id, Topic<Number> stream, Topic<Number> sums, Topic<Number> answers, Topic<Number> records) {
        this.id = id;
        this.stream = stream;
        this.sums = sums;
        this.answers = answers;
        this.records = records;
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of(new Inlet<>(stream, this::hear), new Inlet<>(answers, this::hear));
    }

    @Override
    public void start(ActorContext context) {
        context.wakeAt(nextSend, "send");
    }

    private void hear(Number number, ActorContext context) {
        state = state * 31 + number.value() + context.random("noise").nextInt(7);
        context.publish(records, new Number(number.from(), state ^ context.now()));
    }

    @Override
    public void wake(String timer, ActorContext context) {
        context.send(sums, id.name(), Relay.HUB, new Number(id.name(), state));
        nextSend += PERIOD_MS;
        context.wakeAt(nextSend, "send");
    }

    @Override
    public void finish(ActorContext context) {
        context.publish(records, new Number("final", state));
    }

    @Override
    public long earliestSend(Horizon horizon) {
        return nextSend;
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        out.writeLong(state);
        out.writeLong(nextSend);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        state = in.readLong();
        nextSend = in.readLong();
    }
}
