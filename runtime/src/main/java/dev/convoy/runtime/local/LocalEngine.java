package dev.convoy.runtime.local;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs all actors of a topology in this JVM. What comes out does not depend on the number of threads. */
public final class LocalEngine {
    private final Topology topology;
    private final long durationMs;
    private final Settings settings;
    private final Recorder recorder;
    private final Map<ActorId, LocalCell> cells = new LinkedHashMap<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger unfinished;
    private final AtomicInteger scheduled = new AtomicInteger();
    private ExecutorService pool;

    /** @param actors makes a new actor; called again for an actor that is restored after an interruption */
    public LocalEngine(
            Topology topology,
            Function<ActorId, Actor> actors,
            long seed,
            long durationMs,
            Settings settings,
            Recorder recorder) {
        this.topology = topology;
        this.durationMs = durationMs;
        this.settings = settings;
        this.recorder = recorder;
        for (ActorId id : topology.actors()) {
            cells.put(id, new LocalCell(id, this, actors, topology, seed, durationMs, settings));
        }
        this.unfinished = new AtomicInteger(cells.size());
    }

    /**
     * Runs to the end; once.
     *
     * @throws InterruptedException if this thread is interrupted; the run is then abandoned
     * @throws IllegalStateException if an actor fails; the cause is what it threw
     */
    public void run() throws InterruptedException {
        pool = Executors.newFixedThreadPool(settings.threads(), task -> {
            Thread thread = new Thread(task, "convoy-local");
            thread.setDaemon(true);
            return thread;
        });
        try {
            scheduled.incrementAndGet();
            cells.values().forEach(LocalCell::schedule);
            settled();
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an actor failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** How far this actor may go, beside what its inputs promise. */
    long limitOf(ActorId actor) {
        return topology.leadOf(actor)
                .map(lead -> {
                    long slowest = Long.MAX_VALUE;
                    for (LocalCell cell : cells.values()) {
                        if (!cell.id().equals(actor)) {
                            slowest = Math.min(slowest, cell.progress());
                        }
                    }
                    return slowest >= durationMs ? durationMs : slowest + lead.maximumMs();
                })
                .orElse(Long.MAX_VALUE);
    }

    void published(Envelope<?> original) {
        Envelope<?> envelope = settings.throughCodecs() ? Recoding.recoded(original) : original;
        recorder.record(envelope);
        envelope.deliveries().forEach(delivery -> cells.get(delivery.receiver()).deliver(envelope));
    }

    void promised(ActorId writer, long sendsFrom) {
        for (Topic<?> topic : topology.writtenBy(writer)) {
            for (ActorId reader : topic.readers()) {
                cells.get(reader).promise(topic, writer, sendsFrom);
            }
        }
    }

    void progressed(ActorId actor, long runTimeMs) {
        recorder.progress(actor, runTimeMs);
        topology.lead()
                .filter(l -> !l.leader().equals(actor))
                .ifPresent(l -> cells.get(l.leader()).schedule());
    }

    void finished() {
        if (unfinished.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    void submit(Runnable slice) {
        scheduled.incrementAndGet();
        pool.execute(() -> {
            try {
                slice.run();
                settled();
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
    }

    /** A slice of work is done; if no other is left and somebody still waits, nobody ever moves again. */
    private void settled() {
        if (scheduled.decrementAndGet() == 0 && unfinished.get() > 0) {
            List<String> clocks = new ArrayList<>();
            cells.values().forEach(c -> clocks.add(c.id() + " at " + c.progress() + " ms"));
            end.completeExceptionally(new IllegalStateException(
                    "every actor waits for another: " + clocks.stream().collect(Collectors.joining(", "))));
        }
    }
}
