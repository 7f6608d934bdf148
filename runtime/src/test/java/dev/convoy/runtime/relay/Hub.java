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
import java.util.ArrayList;
import java.util.List;

/** Answers all workers with the sum of two messages, as soon as it has two. */
final class Hub implements Actor {
    private final List<ActorId> workers;
    private final Topic<Number> sums;
    private final Topic<Number> answers;
    private final Topic<Number> records;
    private long held;
    private int count;

    Hub(List<ActorId> workers, Topic<Number> sums, Topic<Number> answers, Topic<Number> records) {
        this.workers = workers;
        this.sums = sums;
        this.answers = answers;
        this.records = records;
    }

    @Override
    public ActorId id() {
        return Relay.HUB;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of(new Inlet<>(sums, this::gather));
    }

    @Override
    public void start(ActorContext context) {}

    private void gather(Number number, ActorContext context) {
        held = held * 17 + number.value();
        count++;
        context.publish(records, number);
        if (count == 2) {
            context.broadcast(answers, Relay.HUB.name(), workers, new Number("hub", held));
            count = 0;
        }
    }

    @Override
    public void wake(String timer, ActorContext context) {
        throw new IllegalStateException("the hub sets no timer");
    }

    @Override
    public void finish(ActorContext context) {
        context.publish(records, new Number("final", held));
    }

    /** The answer goes out when the second message comes: known arrivals count once, a mark for any number. */
    @Override
    public long earliestSend(Horizon horizon) {
        List<Long> candidates = new ArrayList<>();
        for (ActorId worker : workers) {
            candidates.addAll(horizon.knownArrivals(worker));
            for (int i = count; i < 2; i++) {
                candidates.add(horizon.mark(worker));
            }
        }
        candidates.sort(null);
        return candidates.get(1 - count);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        out.writeLong(held);
        out.writeInt(count);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        held = in.readLong();
        count = in.readInt();
    }
}
