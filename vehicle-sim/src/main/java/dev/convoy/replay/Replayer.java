package dev.convoy.replay;

import dev.convoy.fleet.Receiver;
import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sends the rows of files in place of the vehicles: each at its time, and its label when that is known. */
public final class Replayer implements Actor {
    /** The way to a node. */
    private static final long ARRIVES_AFTER_MS = 1;

    private static final String TIMER = "rows";
    private static final String CHANCE = "nodes";
    private static final String MODEL = "row";

    private final ActorId id;
    private final Replay replay;
    private final long durationMs;
    private final List<Receiver> receivers;
    private final Topic<Metric> metrics;
    private final Assignment.Dealer dealer;
    private final ArrayDeque<PendingOutcome> pending = new ArrayDeque<>();
    private final Map<String, Long> sequences = new TreeMap<>();
    private final long[] produced;
    private Optional<RowStream> stream = Optional.empty();
    private long outcomes;

    /** @param receivers the nodes in the order of their numbers */
    public Replayer(
            ActorId id, Replay replay, long seed, long durationMs, List<Receiver> receivers, Topic<Metric> metrics) {
        this.id = id;
        this.replay = replay;
        this.durationMs = durationMs;
        this.receivers = List.copyOf(receivers);
        this.metrics = metrics;
        this.produced = new long[receivers.size()];
        this.dealer = replay.node().dealer(receivers.size(), replay.classes().size(), seed);
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of();
    }

    @Override
    public void start(ActorContext context) {
        wakeNext(context);
    }

    @Override
    public void wake(String timer, ActorContext context) {
        Optional<Row> row = rows().peek();
        while (row.isPresent() && row.get().timeMs() <= context.now()) {
            send(row.get(), context);
            row = rows().peek();
        }
        tellLabels(context);
        wakeNext(context);
    }

    @Override
    public void finish(ActorContext context) {
        SortedMap<Integer, Long> byNode = new TreeMap<>();
        for (int node = 0; node < produced.length; node++) {
            byNode.put(node + 1, produced[node]);
        }
        context.publish(metrics, new FleetLedger(durationMs, byNode, outcomes));
        try {
            rows().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Row row, ActorContext context) {
        long place = rows().taken();
        int node = dealer.node(
                place, row.node(), row.label(), context.random(CHANCE).nextDouble());
        String vehicle = row.vehicle().isEmpty() ? receivers.get(node).node().name() : row.vehicle();
        long sequence = sequences.merge(vehicle, 1L, Long::sum);
        long now = context.now();
        send(node, new Telemetry(vehicle, MODEL, sequence, sequence, Phase.TO_STATION, now, row.values()), context);
        if (now + ARRIVES_AFTER_MS < durationMs) {
            produced[node]++;
        }
        long dueMs =
                replay.labelDelay().time().map(delay -> now + delay.toMillis()).orElse(Long.MAX_VALUE);
        // The decision falls just after the record has arrived, so that the prediction for it counts.
        pending.add(new PendingOutcome(place, dueMs, node, vehicle, sequence, row.label(), now + ARRIVES_AFTER_MS + 1));
        take();
    }

    /** All that has become known by now, in an order that does not depend on that of the rows of one instant. */
    private void tellLabels(ActorContext context) {
        boolean over = rows().peek().isEmpty();
        long newest = rows().taken() - 1;
        List<PendingOutcome> known = new ArrayList<>();
        while (!pending.isEmpty() && isKnown(pending.peek(), newest, over, context.now())) {
            known.add(pending.remove());
        }
        known.sort(PendingOutcome.ORDER);
        for (PendingOutcome outcome : known) {
            send(outcome.node(), outcome.known(context.now()), context);
            outcomes++;
        }
    }

    /** After the last row no other comes that a label could wait for. */
    private boolean isKnown(PendingOutcome outcome, long newestRow, boolean over, long nowMs) {
        return replay.labelDelay()
                .rows()
                .map(rows -> over || outcome.row() + rows <= newestRow)
                .orElse(outcome.dueMs() <= nowMs);
    }

    private void wakeNext(ActorContext context) {
        long row = rows().peek().map(Row::timeMs).orElse(Long.MAX_VALUE);
        long label = pending.isEmpty() ? Long.MAX_VALUE : pending.peek().dueMs();
        long next = Math.min(row, label);
        if (next < durationMs) {
            context.wakeAt(Math.max(next, context.now()), TIMER);
        }
    }

    private void send(int node, FleetMessage message, ActorContext context) {
        Receiver receiver = receivers.get(node);
        context.send(receiver.telemetry(), message.vehicle(), receiver.node(), message);
    }

    /** Opened when first needed: an actor that is only made reads nothing. */
    private RowStream rows() {
        if (stream.isEmpty()) {
            stream = Optional.of(opened());
        }
        return stream.get();
    }

    private void take() {
        try {
            rows().take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowStream opened() {
        try {
            FileHash.requireUnchanged(replay.files());
            return new RowStream(replay, refused -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        rows().writeTo(out);
        out.writeLong(outcomes);
        for (long count : produced) {
            out.writeLong(count);
        }
        out.writeInt(sequences.size());
        for (Map.Entry<String, Long> entry : sequences.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        out.writeInt(pending.size());
        for (PendingOutcome outcome : pending) {
            outcome.writeTo(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        rows().readFrom(in);
        outcomes = in.readLong();
        for (int node = 0; node < produced.length; node++) {
            produced[node] = in.readLong();
        }
        for (int left = in.readInt(); left > 0; left--) {
            sequences.put(in.readUTF(), in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            pending.add(PendingOutcome.readFrom(in));
        }
    }
}
