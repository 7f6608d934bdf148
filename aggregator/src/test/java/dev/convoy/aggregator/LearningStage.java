package dev.convoy.aggregator;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Plays the engine for an aggregator that learns: it draws from streams named by nothing but their name. */
final class LearningStage implements ActorContext {
    static final Horizon NOTHING_KNOWN = new Horizon() {
        @Override
        public long nextEvent() {
            return 0;
        }

        @Override
        public List<Long> knownArrivals(ActorId sender) {
            return List.of();
        }

        @Override
        public long mark(ActorId sender) {
            return 0;
        }
    };

    private final Map<String, RandomStream> streams = new TreeMap<>();
    private final TreeSet<Long> timers = new TreeSet<>();
    private final List<GlobalModel> models = new ArrayList<>();
    private final List<Metric> metrics = new ArrayList<>();
    private long now;

    /** Another in the same state. */
    LearningStage copy() {
        LearningStage copy = new LearningStage();
        streams.forEach((name, stream) -> copy.streams.put(name, RandomStream.restored(stream.state())));
        copy.timers.addAll(timers);
        copy.models.addAll(models);
        copy.metrics.addAll(metrics);
        copy.now = now;
        return copy;
    }

    List<GlobalModel> models() {
        return models;
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Hands the message to the inlet that takes its kind. */
    void arrive(Actor actor, long time, Object message) {
        now = time;
        String topic = message instanceof ForwardedRows ? "central-data" : "updates";
        for (Inlet<?> inlet : actor.inlets()) {
            if (inlet.topic().name().equals(topic)) {
                handle(inlet, message);
                return;
            }
        }
        throw new AssertionError("nobody reads " + topic);
    }

    @SuppressWarnings("unchecked") // an inlet's handler takes what its topic carries
    private <M> void handle(Inlet<M> inlet, Object message) {
        inlet.handler().accept((M) message, this);
    }

    /** Fires the timers up to this instant. */
    void wakeAll(Actor actor, long time) {
        while (!timers.isEmpty() && timers.first() <= time) {
            now = timers.pollFirst();
            actor.wake("timer", this);
        }
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public RandomGenerator random(String name) {
        return streams.computeIfAbsent(name, n -> RandomStream.named(7, n));
    }

    @Override
    public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
        throw new AssertionError("an aggregator speaks to all: " + message);
    }

    @Override
    public <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message) {
        models.add((GlobalModel) message);
    }

    @Override
    public <M> void publish(Topic<M> topic, M message) {
        metrics.add((Metric) message);
    }

    @Override
    public void wakeAt(long time, String timer) {
        timers.add(time);
    }
}
