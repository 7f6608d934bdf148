package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.telemetry.Decimals;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The aggregator of {@link Central}: learns from what all nodes forward, at fixed intervals, and broadcasts what comes
 * of it; an interval in which nothing became known makes no version.
 */
public final class CentralAggregator implements Actor {
    private static final String TIMER = "train";

    private final ActorId id;
    private final long everyMs;
    private final List<ActorId> receivers;
    private final AggregatorTopics topics;
    private final ForwardedTraining training;
    private long version;
    private long nextMs;

    public CentralAggregator(
            ActorId id,
            Central strategy,
            List<Participant> participants,
            AggregatorTopics topics,
            ForwardedTraining training) {
        this.id = id;
        this.everyMs = strategy.every().toMillis();
        this.receivers = participants.stream().map(Participant::actor).toList();
        this.topics = topics;
        this.training = training;
        this.nextMs = everyMs;
    }

    @Override
    public ActorId id() {
        return id;
    }

    /** Nodes send no updates; their final models are for the record only and are never delivered. */
    @Override
    public List<Inlet<?>> inlets() {
        return List.of(training.inlet(), new Inlet<>(topics.updates(), (upload, context) -> {}));
    }

    @Override
    public void start(ActorContext context) {
        context.wakeAt(nextMs, TIMER);
    }

    @Override
    public void wake(String timer, ActorContext context) {
        if (training.isDue()) {
            Parameters before = training.parameters();
            training.train(context);
            publish(before, training.parameters(), context);
        }
        nextMs += everyMs;
        context.wakeAt(nextMs, TIMER);
    }

    private void publish(Parameters before, Parameters after, ActorContext context) {
        version++;
        double step = Decimals.round(after.minus(before).norm(), Versions.DECIMALS);
        context.broadcast(
                topics.models(), id.name(), receivers, new GlobalModel(version, context.now(), 0, 0, 0, step, after));
    }

    @Override
    public void finish(ActorContext context) {
        context.publish(topics.metrics(), training.ledger(context.now()));
    }

    @Override
    public long earliestSend(Horizon horizon) {
        return nextMs;
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        training.snapshot(out);
        out.writeLong(version);
        out.writeLong(nextMs);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        training.restore(in);
        version = in.readLong();
        nextMs = in.readLong();
    }
}
