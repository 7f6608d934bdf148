package dev.convoy.runtime.local;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Channel;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** An actor's place in the local engine: a mailbox for other threads, and slices of work for one thread at a time. */
final class LocalCell {
    private static final int BUDGET = 20_000;

    private final ActorId id;
    private final LocalEngine engine;
    private final Supplier<ActorCell> newCell;
    private final Settings settings;
    private final RandomStream interruptions;
    private final ConcurrentLinkedQueue<Mail> mailbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<Envelope<?>> outbox = new ArrayList<>();

    /** What a successor would have to get again; kept only where interruptions are wanted. */
    private final List<Mail> journal = new ArrayList<>();

    private ActorCell cell;
    private byte[] snapshot;
    private long promised;
    private boolean finished;
    private volatile long progress;

    LocalCell(
            ActorId id,
            LocalEngine engine,
            Function<ActorId, Actor> actors,
            Topology topology,
            long seed,
            long durationMs,
            Settings settings) {
        this.id = id;
        this.engine = engine;
        this.settings = settings;
        this.interruptions = settings.interruptionsOf(id.name());
        this.newCell = () -> new ActorCell(actors.apply(id), topology, seed, durationMs, outbox::add);
        this.cell = newCell.get();
        this.snapshot = cell.snapshot();
    }

    ActorId id() {
        return id;
    }

    long progress() {
        return progress;
    }

    void deliver(Envelope<?> envelope) {
        mailbox.add(new Mail.Message(envelope));
        schedule();
    }

    void promise(Topic<?> topic, ActorId writer, long sendsFrom) {
        mailbox.add(new Mail.Promise(new Channel(topic.name(), writer), sendsFrom));
        schedule();
    }

    void schedule() {
        if (calls.getAndIncrement() == 0) {
            engine.submit(this::slice);
        }
    }

    /** Runs on one thread at a time: nobody else submits it until the calls it has seen are taken off. */
    private void slice() {
        int seen = calls.get();
        readMailbox();
        boolean more = cell.advance(engine.limitOf(id), budget());
        publish();
        if (settings.interruptions().isPresent()) {
            interruptSometimes();
        }
        if (!calls.compareAndSet(seen, 0) || (more && calls.getAndIncrement() == 0)) {
            engine.submit(this::slice);
        }
    }

    private void readMailbox() {
        for (Mail mail = mailbox.poll(); mail != null; mail = mailbox.poll()) {
            mail.into(cell);
            if (settings.interruptions().isPresent()) {
                journal.add(mail);
            }
        }
    }

    private int budget() {
        return settings.interruptions().isPresent() ? 1 + interruptions.nextInt(500) : BUDGET;
    }

    private void publish() {
        outbox.forEach(engine::published);
        outbox.clear();
        long promise = cell.promise();
        if (promise > promised) {
            promised = promise;
            engine.promised(id, promise);
        }
        if (cell.clock() > progress) {
            progress = cell.clock();
            engine.progressed(id, progress);
        }
        if (cell.finished() && !finished) {
            finished = true;
            engine.finished();
        }
    }

    /**
     * Cuts the actor off: what it held is gone, and a new one continues from the last snapshot, gets again what came in
     * since, and repeats without publishing what was already published.
     */
    private void interruptSometimes() {
        if (interruptions.nextInt(10) == 0) {
            snapshot = cell.snapshot();
            journal.removeIf(mail -> !mail.neededFrom(id, cell.clock()));
        }
        if (interruptions.nextInt(10) == 0) {
            ActorCell successor = newCell.get();
            successor.restore(snapshot);
            successor.suppress(cell.published());
            journal.forEach(mail -> mail.into(successor));
            cell = successor;
            schedule();
        }
    }
}
