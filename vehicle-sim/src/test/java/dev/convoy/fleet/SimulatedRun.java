package dev.convoy.fleet;

import dev.convoy.metric.Metric;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A fleet by itself: a heap of timers and a list of what it sent. */
final class SimulatedRun implements ActorContext {
    private static final ActorId FLEET = new ActorId("fleet");

    /** A message as the fleet sent it. */
    record Sent(long timeMs, String topic, String key, ActorId receiver, FleetMessage message) {}

    private record Timer(long time, long order, String name) {}

    private final FleetPlan plan;
    private final List<Receiver> receivers;
    private final Topic<Metric> metrics;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            (a, b) -> a.time() != b.time() ? Long.compare(a.time(), b.time()) : Long.compare(a.order(), b.order()));
    private Consumer<Sent> listener;
    private final List<Metric> published = new ArrayList<>();
    private Fleet fleet;
    private long now;
    private long order;

    SimulatedRun(FleetPlan plan, Consumer<Sent> listener) {
        this.plan = plan;
        this.listener = listener;
        this.receivers = IntStream.rangeClosed(
                        1, plan.world().zonesKm().size() * plan.world().sections())
                .mapToObj(SimulatedRun::receiver)
                .toList();
        this.metrics = topic("metrics", FLEET, List.of());
        this.fleet = new Fleet(FLEET, plan, receivers, metrics);
        fleet.start(this);
    }

    static List<Sent> record(FleetPlan plan) {
        List<Sent> sent = new ArrayList<>();
        new SimulatedRun(plan, sent::add).runToEnd();
        return sent;
    }

    static FleetPlan standardPlan(long seed, int hours) {
        return new FleetPlan(dev.convoy.world.WorldConfig.standard(), FleetConfig.standard(), seed, hours * 3_600_000L);
    }

    Fleet fleet() {
        return fleet;
    }

    List<Metric> published() {
        return published;
    }

    void listen(Consumer<Sent> other) {
        listener = other;
    }

    boolean hasNext() {
        return !timers.isEmpty();
    }

    /** Lets the next timer come due: the vehicles whose turn it is report. */
    void step() {
        Timer timer = timers.remove();
        now = timer.time();
        fleet.wake(timer.name(), this);
    }

    void runToEnd() {
        while (hasNext()) {
            step();
        }
        now = plan.durationMs();
        fleet.finish(this);
    }

    /** Puts a new fleet in the place of the old one, from the old one's snapshot. */
    void replaceFleet() {
        replaceFleet(plan.seed());
    }

    /** The same, and what is particular to each leg is drawn from another seed from now on. */
    void replaceFleet(long legSeed) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            fleet.snapshot(new DataOutputStream(bytes));
            fleet = new Fleet(FLEET, plan, receivers, metrics, legSeed);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
            fleet.restore(in);
            if (in.read() >= 0) {
                throw new IllegalStateException("the snapshot was not read to its end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Receiver receiver(int number) {
        ActorId node = new ActorId("node-" + number);
        return new Receiver(node, topic("telemetry." + node, FLEET, List.of(node)));
    }

    /** A topic whose messages stay objects. */
    static <M> Topic<M> topic(String name, ActorId writer, List<ActorId> readers) {
        return new Topic<>(name, new NoCodec<>(), List.of(writer), readers);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public RandomGenerator random(String name) {
        throw new UnsupportedOperationException("the fleet draws from streams of its own: " + name);
    }

    @Override
    public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
        listener.accept(new Sent(now, topic.name(), key, receiver, (FleetMessage) message));
    }

    @Override
    public <M> void broadcast(Topic<M> topic, String key, List<ActorId> to, M message) {
        to.forEach(receiver -> send(topic, key, receiver, message));
    }

    @Override
    public <M> void publish(Topic<M> topic, M message) {
        published.add((Metric) message);
    }

    @Override
    public void wakeAt(long time, String timer) {
        timers.add(new Timer(time, order++, timer));
    }

    private static final class NoCodec<M> implements Codec<M> {
        @Override
        public byte[] encode(M message) {
            throw new UnsupportedOperationException("nothing is put into bytes here");
        }

        @Override
        public M decode(byte[] bytes) {
            throw new UnsupportedOperationException("nothing is put into bytes here");
        }
    }
}
