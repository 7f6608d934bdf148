package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.metric.UpdateFate;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** Plays the engine for one aggregator: run time, timers, and a record of everything it says. */
public final class Stage implements ActorContext {
    private record Timer(long time, String name) {}

    /** A broadcast as the engine sees it. */
    record Broadcast(long time, String key, List<ActorId> receivers, GlobalModel model) {}

    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::time));
    private final List<UpdateFate> fates = new ArrayList<>();
    private final List<Broadcast> broadcasts = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private Aggregator aggregator;
    private long now;

    public Stage(Aggregator aggregator) {
        this.aggregator = aggregator;
        aggregator.start(this);
    }

    Aggregator aggregator() {
        return aggregator;
    }

    public List<UpdateFate> fates() {
        return fates;
    }

    List<Broadcast> broadcasts() {
        return broadcasts;
    }

    public List<Request> requests() {
        return requests;
    }

    public List<GlobalModel> models() {
        return broadcasts.stream().map(Broadcast::model).toList();
    }

    public GlobalModel newest() {
        return broadcasts.get(broadcasts.size() - 1).model();
    }

    public UpdateFate lastFate() {
        return fates.get(fates.size() - 1);
    }

    long nextTimer() {
        return timers.isEmpty() ? Long.MAX_VALUE : timers.peek().time();
    }

    /** Lets an update arrive; timers before that instant fire first, timers at that instant do not. */
    public Stage arrive(long time, Upload upload) {
        while (nextTimer() < time) {
            fireNextTimer();
        }
        now = time;
        handler().accept(upload, this);
        return this;
    }

    void fireNextTimer() {
        Timer timer = timers.remove();
        now = timer.time();
        aggregator.wake(timer.name(), this);
    }

    void fireTimersBefore(long time) {
        while (nextTimer() < time) {
            fireNextTimer();
        }
    }

    void finish(long time) {
        fireTimersBefore(time);
        now = time;
        aggregator.finish(this);
    }

    /** Goes on with another aggregator in the state of the present one. */
    void restoreInto(Aggregator successor) {
        byte[] state = snapshot(aggregator);
        try {
            successor.restore(new DataInputStream(new ByteArrayInputStream(state)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aggregator = successor;
    }

    static byte[] snapshot(Actor actor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            actor.snapshot(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public RandomGenerator random(String name) {
        throw new AssertionError("an aggregator draws nothing: " + name);
    }

    @Override
    public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
        if (!topic.name().equals("requests")
                || !receiver.name().equals(((Request) message).node().toString())) {
            throw new AssertionError("sent to " + receiver + " on " + topic + ": " + message);
        }
        requests.add((Request) message);
    }

    @Override
    public <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message) {
        if (!topic.name().equals("models")) {
            throw new AssertionError("broadcast on " + topic);
        }
        broadcasts.add(new Broadcast(now, key, receivers, (GlobalModel) message));
    }

    @Override
    public <M> void publish(Topic<M> topic, M message) {
        if (!topic.name().equals("metrics")) {
            throw new AssertionError("published on " + topic);
        }
        fates.add((UpdateFate) message);
    }

    @Override
    public void wakeAt(long time, String timer) {
        if (time < now) {
            throw new AssertionError("a timer in the past: " + time + " at " + now);
        }
        timers.add(new Timer(time, timer));
    }

    @SuppressWarnings("unchecked")
    private BiConsumer<Upload, ActorContext> handler() {
        return (BiConsumer<Upload, ActorContext>)
                (BiConsumer<?, ?>) aggregator.inlets().get(0).handler();
    }
}
