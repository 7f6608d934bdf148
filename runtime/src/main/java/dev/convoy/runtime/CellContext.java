package dev.convoy.runtime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What an actor sees of its cell, and the counters behind it that are part of a snapshot. */
final class CellContext implements ActorContext {
    private final ActorId self;
    private final Topology topology;
    private final long seed;
    private final Timers timers;
    private final Consumer<Envelope<?>> outbox;
    private final SortedMap<String, RandomStream> streams = new TreeMap<>();
    private final SortedMap<String, Long> published = new TreeMap<>();
    /** The state of each way: one topic to one receiver. */
    private final SortedMap<String, LinkState> ways = new TreeMap<>();
    /** The same by topic and receiver, so that a name need not be put together for every message. */
    private final Map<String, Map<ActorId, Way>> known = new HashMap<>();

    private final Map<String, Long> suppressUpTo = new HashMap<>();

    long now;
    long promised;

    CellContext(ActorId self, Topology topology, long seed, Timers timers, Consumer<Envelope<?>> outbox) {
        this.self = self;
        this.topology = topology;
        this.seed = seed;
        this.timers = timers;
        this.outbox = outbox;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public RandomGenerator random(String name) {
        return streams.computeIfAbsent(name, n -> RandomStream.named(seed, "actor/" + self + "/" + n));
    }

    @Override
    public <M> void send(Topic<M> topic, String key, ActorId receiver, M message) {
        requirePromiseKept();
        emit(topic, key, List.of(draw(topic, message, receiver)), message);
    }

    @Override
    public <M> void broadcast(Topic<M> topic, String key, List<ActorId> receivers, M message) {
        requirePromiseKept();
        List<Delivery> deliveries = new ArrayList<>(receivers.size());
        for (ActorId receiver : receivers) {
            deliveries.add(draw(topic, message, receiver));
        }
        emit(topic, key, deliveries, message);
    }

    @Override
    public <M> void publish(Topic<M> topic, M message) {
        emit(topic, self.name(), List.of(), message);
    }

    @Override
    public void wakeAt(long time, String timer) {
        if (time < now) {
            throw new IllegalArgumentException(
                    "it is " + now + " ms, too late for a timer at " + time + " ms: " + timer);
        }
        timers.set(time, timer);
    }

    /** Counts what a predecessor published and this one has yet to repeat. */
    SortedMap<String, Long> published() {
        SortedMap<String, Long> counts = new TreeMap<>(published);
        suppressUpTo.forEach((topic, count) -> counts.merge(topic, count, Math::max));
        return counts;
    }

    void suppress(Map<String, Long> alreadyPublished) {
        suppressUpTo.putAll(alreadyPublished);
    }

    private void requirePromiseKept() {
        if (now < promised) {
            throw new IllegalStateException(
                    self + " promised to send nothing before " + promised + " ms and sends at " + now + " ms");
        }
    }

    /** Each topic has chances of its own, so that what is sent on another changes nothing about its messages' ways. */
    private <M> Delivery draw(Topic<M> topic, M message, ActorId receiver) {
        Way way = way(topic, receiver);
        LinkState state = way.state();
        long round = state.nextRound();
        Link link = topology.link(self, receiver);
        int bytes = link.delay().bitsPerSecond().isPresent() ? topic.codec().encode(message).length : 0;
        return link.draw(
                receiver,
                now,
                bytes,
                state,
                // where nothing depends on what is drawn, a stream by name would cost more than all the rest
                attempt -> link.isCertain()
                        ? RandomStream.restored(attempt)
                        : RandomStream.named(seed, "link/" + way.name() + "/" + round + "/" + attempt));
    }

    private Way way(Topic<?> topic, ActorId receiver) {
        return known.computeIfAbsent(topic.name(), t -> new HashMap<>()).computeIfAbsent(receiver, r -> {
            String name = self + ">" + receiver + "/" + topic;
            return new Way(name, ways.computeIfAbsent(name, n -> new LinkState()));
        });
    }

    private <M> void emit(Topic<M> topic, String key, List<Delivery> deliveries, M message) {
        long sequence = published.merge(topic.name(), 1L, Long::sum);
        if (sequence > suppressUpTo.getOrDefault(topic.name(), 0L)) {
            outbox.accept(new Envelope<>(topic, self, key, sequence, now, deliveries, message));
        }
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(streams.size());
        for (Map.Entry<String, RandomStream> entry : streams.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().state());
        }
        out.writeInt(published.size());
        for (Map.Entry<String, Long> entry : published.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.writeInt(ways.size());
        for (Map.Entry<String, LinkState> entry : ways.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().writeTo(out);
        }
    }

    void restore(DataInput in) throws IOException {
        for (int i = in.readInt(); i > 0; i--) {
            streams.put(in.readUTF(), RandomStream.restored(in.readLong()));
        }
        for (int i = in.readInt(); i > 0; i--) {
            published.put(in.readUTF(), in.readLong());
        }
        for (int i = in.readInt(); i > 0; i--) {
            ways.put(in.readUTF(), LinkState.readFrom(in));
        }
    }

    private record Way(String name, LinkState state) {}
}
