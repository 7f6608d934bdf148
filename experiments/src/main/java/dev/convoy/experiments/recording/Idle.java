package dev.convoy.experiments.recording;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;

/** Takes the place of an actor that has nothing to do: it hears everything and says nothing. */
record Idle(ActorId id, List<Topic<?>> topics) implements Actor {
    @Override
    public List<Inlet<?>> inlets() {
        return topics.stream().<Inlet<?>>map(Idle::deaf).toList();
    }

    private static <M> Inlet<M> deaf(Topic<M> topic) {
        return new Inlet<>(topic, (message, context) -> {});
    }

    @Override
    public void start(ActorContext context) {}

    @Override
    public void wake(String timer, ActorContext context) {}

    @Override
    public void finish(ActorContext context) {}

    @Override
    public long earliestSend(Horizon horizon) {
        return Long.MAX_VALUE;
    }

    @Override
    public void snapshot(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
}
