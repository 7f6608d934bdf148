package dev.convoy.edgenode;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.metric.Metric;
import dev.convoy.prediction.PredictionMessage;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One edge node between a scripted fleet and a scripted aggregator, event by event in the order of run time. */
final class Simulation {
    static final ActorId AGGREGATOR = new ActorId("aggregator");
    private static final ActorId FLEET = new ActorId("fleet");
    private static final ActorId NODE = new ActorId("node-1");

    private static final Topic<FleetMessage> TELEMETRY = topic("telemetry.node-1", FLEET, NODE);
    private static final Topic<GlobalModel> MODELS = topic("models", AGGREGATOR, NODE);
    private static final Topic<Request> REQUESTS = topic("requests", AGGREGATOR, NODE);
    private static final Topic<Upload> UPDATES = topic("updates", NODE, AGGREGATOR);
    private static final Topic<ForwardedRows> CENTRAL_DATA = topic("central-data", NODE, AGGREGATOR);
    private static final Topic<PredictionMessage> PREDICTIONS = topic("predictions", NODE, NODE);
    private static final Topic<Metric> METRICS = topic("metrics", NODE, NODE);
    static final EdgeNodeTopics TOPICS = new EdgeNodeTopics(
            TELEMETRY,
            MODELS,
            Optional.of(REQUESTS),
            UPDATES,
            Optional.of(CENTRAL_DATA),
            PREDICTIONS,
            METRICS,
            AGGREGATOR);

    private final Supplier<EdgeNode> newNode;
    private final long durationMs;
    private final Map<String, RandomStream> randoms = new TreeMap<>();
    private final PriorityQueue<Arrival> arrivals = new PriorityQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final List<Output> outputs = new ArrayList<>();
    private final World world = new World();
    private Consumer<Output> onSend = output -> {};
    private Consumer<Simulation> beforeEach = simulation -> {};
    private EdgeNode node;
    private long now;
    private int handled;
    private long timersSet;

    /** @param newNode makes the node, and makes it again for each restore */
    Simulation(Supplier<EdgeNode> newNode, long durationMs, List<Arrival> arrivals) {
        this.newNode = newNode;
        this.durationMs = durationMs;
        this.arrivals.addAll(arrivals);
    }

    private static <M> Topic<M> topic(String name, ActorId writer, ActorId reader) {
        Codec<M> none = new Codec<>() {
            @Override
            public byte[] encode(M message) {
                throw new UnsupportedOperationException();
            }

            @Override
            public M decode(byte[] bytes) {
                throw new UnsupportedOperationException();
            }
        };
        return new Topic<>(name, none, List.of(writer), List.of(reader));
    }

    /** Called with each message that is sent to the aggregator. */
    Simulation onSend(Consumer<Output> listener) {
        onSend = listener;
        return this;
    }

    /** Called before each message and timer, and once before the end. */
    Simulation beforeEach(Consumer<Simulation> listener) {
        beforeEach = listener;
        return this;
    }

    void deliver(Arrival arrival) {
        arrivals.add(arrival);
    }

    List<Output> run() {
        node = newNode.get();
        node.start(world);
        while (nextEvent() < durationMs) {
            beforeEach.accept(this);
            step();
            handled++;
        }
        beforeEach.accept(this);
        now = durationMs;
        node.finish(world);
        return outputs;
    }

    private void step() {
        now = nextEvent();
        if (!arrivals.isEmpty() && arrivals.peek().at == now) {
            Object message = arrivals.remove().message;
            if (message instanceof GlobalModel model) {
                handle(MODELS, model);
            } else if (message instanceof Request request) {
                handle(REQUESTS, request);
            } else {
                handle(TELEMETRY, (FleetMessage) message);
            }
        } else {
            node.wake(timers.remove().name(), world);
        }
    }

    @SuppressWarnings("unchecked") // an inlet's handler takes what its topic carries
    private <M> void handle(Topic<M> topic, M message) {
        for (Inlet<?> inlet : node.inlets()) {
            if (inlet.topic().equals(topic)) {
                ((Inlet<M>) inlet).handler().accept(message, world);
            }
        }
    }

    private long nextEvent() {
        long message = arrivals.isEmpty() ? Long.MAX_VALUE : arrivals.peek().at;
        return Math.min(
                message, timers.isEmpty() ? Long.MAX_VALUE : timers.peek().at());
    }

    int handled() {
        return handled;
    }

    long now() {
        return now;
    }

    EdgeNode node() {
        return node;
    }

    /** What the node promises if it cannot know of any message yet to come, however early. */
    long promise(boolean knowsTheFuture) {
        long next = knowsTheFuture ? nextEvent() : Math.min(now, nextEvent());
        return node.earliestSend(new Horizon() {
            @Override
            public long nextEvent() {
                return next;
            }

            @Override
            public List<Long> knownArrivals(ActorId sender) {
                return List.of();
            }

            @Override
            public long mark(ActorId sender) {
                return next;
            }
        });
    }

    /** Kills the node and continues with one that is restored from its snapshot. */
    void restart() {
        try {
            byte[] before = snapshot();
            node = newNode.get();
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(before));
            node.restore(in);
            if (in.available() > 0 || !java.util.Arrays.equals(before, snapshot())) {
                throw new AssertionError("the snapshot of a restored node differs at " + now + " ms");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] snapshot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        node.snapshot(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** The updates that were sent. */
    static List<Output> sent(List<Output> outputs) {
        return outputs.stream()
                .filter(output -> output.message instanceof ModelUpdate)
                .toList();
    }

    static <M> List<M> of(Class<M> type, List<Output> outputs) {
        return outputs.stream()
                .map(Output::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** A message on its way to the node; in the order in which an engine hands them over. */
    record Arrival(long at, String key, long sequence, Object message) implements Comparable<Arrival> {
        @Override
        public int compareTo(Arrival other) {
            return Comparator.comparingLong(Arrival::at)
                    .thenComparing(Arrival::key)
                    .thenComparingLong(Arrival::sequence)
                    .compare(this, other);
        }
    }

    private record Timer(long at, long number, String name) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Comparator.comparingLong(Timer::at)
                    .thenComparingLong(Timer::number)
                    .compare(this, other);
        }
    }

    /** Something the node put on a topic. */
    record Output(String topic, long at, Object message) {}

    private final class World implements ActorContext {
        @Override
        public long now() {
            return now;
        }

        @Override
        public RandomGenerator random(String name) {
            return randoms.computeIfAbsent(name, n -> RandomStream.named(7, "node-1/" + n));
        }

        @Override
        public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
            if (!receiver.equals(AGGREGATOR) || !List.of(UPDATES, CENTRAL_DATA).contains(topic)) {
                throw new AssertionError("sent to " + receiver + " on " + topic);
            }
            publish(topic, message);
            onSend.accept(outputs.get(outputs.size() - 1));
        }

        @Override
        public <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message) {
            throw new AssertionError("an edge node speaks to the aggregator only");
        }

        @Override
        public <M> void publish(Topic<M> topic, M message) {
            outputs.add(new Output(topic.name(), now, message));
        }

        @Override
        public void wakeAt(long time, String timer) {
            if (time <= now || time >= durationMs) {
                throw new AssertionError("a timer at " + time + " set at " + now);
            }
            timersSet++;
            timers.add(new Timer(time, timersSet, timer));
        }
    }
}
