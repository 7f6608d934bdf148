package dev.convoy.runtime.kafka;

import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One actor as a process over Kafka: poll, handle, commit, and only then wait. No transaction is open while it waits, so
 * that nobody's records are ever hidden behind an idle one.
 */
public final class ActorProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActorProcess.class);

    /** Events in one slice: a transaction ends between slices, never inside one. */
    private static final int BUDGET = 5_000;

    /** Records that nobody waits for may gather this long, or up to this many, before they are committed. */
    private static final long GATHER_NANOS = Duration.ofMillis(800).toNanos();

    private static final int GATHER_RECORDS = 5_000;

    /** A snapshot follows soon after the start, then at intervals that double up to the longest. */
    private static final long FIRST_SNAPSHOT_NANOS = Duration.ofSeconds(1).toNanos();

    private static final long SNAPSHOT_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration WAIT = Duration.ofMillis(250);

    private final ActorCell cell;
    private final List<Envelope<?>> outbox = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TransactionalWriter writer;
    private final ActorInputs inputs;
    private final ActorOutputs outputs;
    private final Pace pace;
    private final long joinedAt;

    private long lastCommit = System.nanoTime();
    private long transactions;
    private long lastSnapshot = System.nanoTime();
    private long untilSnapshot = FIRST_SNAPSHOT_NANOS;

    /**
     * Connects, fences a predecessor that may still run, and takes over where it left off.
     *
     * @param pace holds the leader of the run back against wall time
     */
    public ActorProcess(KafkaRun run, Topology topology, Actor actor, long seed, long durationMs, Pace pace)
            throws BrokerException {
        this.pace = pace;
        this.cell = new ActorCell(actor, topology, seed, durationMs, outbox::add);
        this.inputs = new ActorInputs(run, topology, actor.id(), durationMs, deadLetters::add);
        this.outputs = new ActorOutputs(run, topology, actor.id());
        try {
            this.writer = new TransactionalWriter(run, actor.id().name());
            this.consumer = inputs.areEmpty() ? run.unhurriedConsumer() : run.consumer();
            outputs.recover(consumer, cell, inputs);
            inputs.attach(consumer);
            joinedAt = cell.clock();
        } catch (KafkaException e) {
            throw BrokerException.of(actor.id() + " cannot join run " + run.run(), e);
        }
    }

    /**
     * Runs to the end of the run.
     *
     * @throws BrokerException if it was fenced, or the cluster failed it; a successor continues from the last commit
     */
    public void run() throws BrokerException, InterruptedException {
        try {
            Duration wait = Duration.ZERO;
            while (!inputs.isCaughtUp() || !cell.finished() || somethingToCommit()) {
                inputs.poll(consumer, wait, cell);
                if (!inputs.isCaughtUp()) {
                    wait = WAIT;
                    continue;
                }
                boolean more = cell.advance(Math.min(inputs.limit(cell.clock()), pace.limit(joinedAt)), BUDGET);
                long sinceCommit = System.nanoTime() - lastCommit;
                if (urgent()
                        || (somethingToCommit() && (sinceCommit > GATHER_NANOS || outbox.size() > GATHER_RECORDS))) {
                    commit();
                }
                wait = more ? Duration.ZERO : patience();
            }
            LOG.info("{} has finished after {} transactions", cell.id(), transactions);
        } catch (KafkaException | ExecutionException e) {
            throw BrokerException.of(cell.id() + " at run time " + cell.clock() + " ms", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        writer.close();
    }

    private boolean somethingToCommit() {
        return !outbox.isEmpty() || !deadLetters.isEmpty() || outputs.hasNews(cell);
    }

    private boolean urgent() {
        return outputs.promiseRose(cell)
                || outbox.stream().anyMatch(e -> !e.deliveries().isEmpty());
    }

    private Duration patience() {
        Duration limit = pace.patience(WAIT);
        if (!somethingToCommit()) {
            return limit;
        }
        Duration rest = Duration.ofNanos(Math.max(0, GATHER_NANOS - (System.nanoTime() - lastCommit)));
        return rest.compareTo(limit) < 0 ? rest : limit;
    }

    private void commit() throws ExecutionException, InterruptedException {
        boolean snapshot = System.nanoTime() - lastSnapshot > untilSnapshot && !cell.finished();
        writer.begin();
        outputs.write(writer, outbox, deadLetters, cell);
        if (snapshot) {
            outputs.writeSnapshot(writer, cell, inputs);
            lastSnapshot = System.nanoTime();
            untilSnapshot = Math.min(2 * untilSnapshot, SNAPSHOT_NANOS);
        }
        outputs.writeProgress(writer, cell, inputs);
        writer.commit();
        outbox.clear();
        deadLetters.clear();
        lastCommit = System.nanoTime();
        transactions++;
    }
}
