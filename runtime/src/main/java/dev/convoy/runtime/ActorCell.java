package dev.convoy.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Runs one actor by the rules of run time, whatever the engine: it holds what has arrived, knows up to where nothing
 * can arrive any more, and handles everything before that in the one right order (arrival, messages before timers, key
 * of the sender, sequence). Not thread-safe; an engine calls it from one thread at a time.
 */
public final class ActorCell implements Horizon {
    private final Actor actor;
    private final long durationMs;
    private final CellContext context;
    private final Map<String, Inlet<?>> inlets = new HashMap<>();
    private final Promises promises;
    private final Inbox inbox = new Inbox();
    private final Timers timers = new Timers();

    /** Everything before this instant has been handled, and nothing at or after it. */
    private long clock;

    private long promised;
    private boolean started;
    private boolean finished;

    /** @param outbox gets every message the actor publishes, in order */
    public ActorCell(Actor actor, Topology topology, long seed, long durationMs, Consumer<Envelope<?>> outbox) {
        this.actor = actor;
        this.durationMs = durationMs;
        this.context = new CellContext(actor.id(), topology, seed, timers, outbox);
        for (Inlet<?> inlet : actor.inlets()) {
            inlets.put(inlet.topic().name(), inlet);
        }
        for (Topic<?> topic : topology.readBy(actor.id())) {
            if (!inlets.containsKey(topic.name())) {
                throw new IllegalArgumentException(actor.id() + " has no handler for " + topic);
            }
        }
        this.promises = new Promises(actor.id(), topology);
    }

    public ActorId id() {
        return actor.id();
    }

    /** Takes in a message that the actor will handle when its time has come. */
    public void accept(Envelope<?> envelope) {
        envelope.deliveryTo(actor.id()).ifPresent(delivery -> {
            if (delivery.arrivesAt() < clock) {
                throw new IllegalStateException(actor.id() + " is at " + clock + " ms and gets a message from "
                        + envelope.writer() + " for " + delivery.arrivesAt() + " ms: a promise was broken");
            }
            if (!inlets.containsKey(envelope.topic().name())) {
                throw new IllegalArgumentException(actor.id() + " does not read " + envelope.topic());
            }
            inbox.add(delivery.arrivesAt(), envelope);
        });
    }

    /** The writer of this channel will send nothing before this instant; an earlier one than known is ignored. */
    public void promise(Channel channel, long sendsFrom) {
        promises.raise(channel, sendsFrom);
    }

    /**
     * Handles everything that arrives before both {@code limit} and what the inputs promise.
     *
     * @param budget stop after about this many events, but never between two of the same instant
     * @return whether it stopped for the budget
     */
    public boolean advance(long limit, int budget) {
        start();
        long bound = Math.min(Math.min(limit, durationMs), promises.earliestArrival());
        int handled = 0;
        while (nextKnown() < bound) {
            if (handled >= budget) {
                clock = nextKnown();
                return true;
            }
            handled += handleInstant(nextKnown());
        }
        clock = Math.max(clock, bound);
        if (clock >= durationMs && !finished) {
            context.now = durationMs;
            actor.finish(context);
            finished = true;
        }
        return false;
    }

    /** What this actor promises its readers: it sends nothing before this instant. Never falls. */
    public long promise() {
        if (finished) {
            return Long.MAX_VALUE;
        }
        if (started) {
            promised = Math.max(promised, actor.earliestSend(this));
            context.promised = promised;
        }
        return promised;
    }

    /** Everything before this instant has been handled. */
    public long clock() {
        return clock;
    }

    public boolean finished() {
        return finished;
    }

    /** How many messages wait. */
    public int waiting() {
        return inbox.size();
    }

    /** Sequence numbers of what this channel has delivered and is not handled yet. */
    public List<Long> pendingSequences(Channel channel) {
        return inbox.pendingSequences(channel);
    }

    /** How many messages the actor has published since the start of the run, by topic; a predecessor's count too. */
    public SortedMap<String, Long> published() {
        return context.published();
    }

    /** The cell's state without what waits in its inbox: that is read again from the topics. */
    public byte[] snapshot() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(started);
            out.writeBoolean(finished);
            out.writeLong(clock);
            promises.snapshot(out);
            timers.snapshot(out);
            context.snapshot(out);
            actor.snapshot(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Continues from a snapshot; only on a cell that has done nothing yet. */
    public void restore(byte[] snapshot) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            started = in.readBoolean();
            finished = in.readBoolean();
            clock = in.readLong();
            promises.restore(in);
            timers.restore(in);
            context.restore(in);
            actor.restore(in);
            if (in.read() >= 0) {
                throw new IOException(actor.id() + " did not read its whole snapshot");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Swallows what a predecessor has already published: the actor repeats it while it catches up.
     *
     * @param published by topic, since the start of the run
     */
    public void suppress(Map<String, Long> published) {
        context.suppress(published);
    }

    @Override
    public long nextEvent() {
        return Math.min(nextKnown(), promises.earliestArrival());
    }

    @Override
    public List<Long> knownArrivals(ActorId sender) {
        return inbox.arrivalsFrom(sender);
    }

    @Override
    public long mark(ActorId sender) {
        return promises.earliestArrival(sender);
    }

    private void start() {
        if (!started) {
            started = true;
            context.now = 0;
            actor.start(context);
        }
    }

    private int handleInstant(long time) {
        context.now = time;
        int handled = 0;
        while (true) {
            if (inbox.nextArrival() == time) {
                Envelope<?> envelope = inbox.poll();
                inlets.get(envelope.topic().name()).handle(envelope.message(), context);
            } else if (timers.next() == time) {
                actor.wake(timers.poll(), context);
            } else {
                return handled;
            }
            handled++;
        }
    }

    private long nextKnown() {
        return Math.min(inbox.nextArrival(), timers.next());
    }
}
