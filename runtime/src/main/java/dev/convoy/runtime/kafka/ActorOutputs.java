package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import dev.convoy.runtime.proto.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What an actor's process writes in its transactions: messages, marks, dead letters, progress and snapshots. */
final class ActorOutputs {
    private static final long NO_SNAPSHOT = -1;

    /** Flow control and the progress bar are told how far the actor is after this part of the leader's lead. */
    private static final long PROGRESS_STEPS = 16;

    private final KafkaRun run;
    private final Map<String, Integer> partitions = new HashMap<>();
    private final List<Topic<?>> promises;
    private final List<Topic<?>> progress;
    private final long progressMs;
    private final int actorNumber;
    private final CheckpointLog checkpoints;

    private long snapshots;
    private long snapshotOffset = NO_SNAPSHOT;
    private long promised;
    private long clock;

    ActorOutputs(KafkaRun run, Topology topology, ActorId self) {
        this.run = run;
        List<Topic<?>> written = topology.writtenBy(self);
        written.forEach(t -> partitions.put(t.name(), t.partitionOf(self)));
        this.promises = written.stream().filter(t -> !t.readers().isEmpty()).toList();
        this.progress = written.stream()
                .filter(t -> topology.lead().filter(l -> l.progress().equals(t)).isPresent())
                .toList();
        this.progressMs =
                topology.lead().map(l -> l.maximumMs() / PROGRESS_STEPS).orElse(Long.MAX_VALUE / 2);
        this.actorNumber = topology.actors().indexOf(self);
        this.checkpoints = new CheckpointLog(run, actorNumber);
    }

    /** Whether there is a promise the readers have not been told. */
    boolean promiseRose(ActorCell cell) {
        return cell.promise() > promised;
    }

    boolean hasNews(ActorCell cell) {
        return promiseRose(cell) || cell.clock() >= clock + progressMs;
    }

    void write(TransactionalWriter writer, List<Envelope<?>> messages, List<DeadLetter> deadLetters, ActorCell cell) {
        messages.forEach(envelope -> send(writer, envelope));
        for (DeadLetter letter : deadLetters) {
            writer.send(new ProducerRecord<>(
                    run.topic(KafkaRun.DEAD_LETTERS), actorNumber, null, DeadLetterRecord.encode(letter)));
        }
        if (promiseRose(cell)) {
            promised = cell.promise();
            mark(writer, promises, cell);
        }
        if (cell.finished() || cell.clock() >= clock + progressMs) {
            clock = cell.clock();
            mark(writer, progress, cell);
        }
    }

    private void mark(TransactionalWriter writer, List<Topic<?>> topics, ActorCell cell) {
        long reached = cell.finished() ? Long.MAX_VALUE : cell.clock();
        byte[] mark = new Mark(run.run(), promised, reached).encode();
        for (Topic<?> topic : topics) {
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(run.topic(topic.name()), partitions.get(topic.name()), null, null);
            record.headers().add(Mark.NAME, mark);
            writer.send(record);
        }
    }

    void writeSnapshot(TransactionalWriter writer, ActorCell cell, ActorInputs inputs)
            throws ExecutionException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            inputs.snapshot(out, cell);
            byte[] state = cell.snapshot();
            out.writeInt(state.length);
            out.write(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        snapshots++;
        snapshotOffset = checkpoints.writeSnapshot(writer, snapshots, bytes.toByteArray());
    }

    void writeProgress(TransactionalWriter writer, ActorCell cell, ActorInputs inputs) {
        checkpoints.writeProgress(
                writer,
                Progress.newBuilder()
                        .setRunTimeMs(cell.clock())
                        .putAllPublished(cell.published())
                        .putAllConsumed(inputs.positions())
                        .setSnapshotOffset(snapshotOffset)
                        .setFinished(cell.finished())
                        .build());
    }

    /** Puts the cell and its inputs where the last committed transaction of a predecessor left them, if there is one. */
    void recover(KafkaConsumer<byte[], byte[]> consumer, ActorCell cell, ActorInputs inputs) {
        Optional<Progress> last = checkpoints.lastProgress(consumer);
        if (last.isEmpty()) {
            return;
        }
        snapshotOffset = last.get().getSnapshotOffset();
        if (snapshotOffset != NO_SNAPSHOT) {
            byte[] snapshot = checkpoints.snapshot(consumer, snapshotOffset);
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
                inputs.restore(in);
                byte[] state = new byte[in.readInt()];
                in.readFully(state);
                cell.restore(state);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        cell.suppress(last.get().getPublishedMap());
    }

    private <M> void send(TransactionalWriter writer, Envelope<M> envelope) {
        Topic<M> topic = envelope.topic();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                run.topic(topic.name()),
                partitions.get(topic.name()),
                envelope.key().getBytes(StandardCharsets.UTF_8),
                topic.codec().encode(envelope.message()));
        record.headers().add(WireHeader.NAME, WireHeader.encode(run.run(), envelope));
        writer.send(record);
    }
}
