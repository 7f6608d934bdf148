package dev.convoy.runtime.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.convoy.runtime.proto.CheckpointRecord;
import dev.convoy.runtime.proto.Progress;
import dev.convoy.runtime.proto.SnapshotChunk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** An actor's partition of the checkpoints topic: its progress after each transaction, and now and then a snapshot. */
final class CheckpointLog {
    private static final int SCHEMA_VERSION = 1;
    private static final int CHUNK_BYTES = 512 * 1024;
    private static final int TAIL = 64;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAXIMUM_POLLS = 120;

    private final byte[] run;
    private final TopicPartition partition;

    CheckpointLog(KafkaRun run, int partition) {
        this.run = run.run().getBytes(StandardCharsets.US_ASCII);
        this.partition = new TopicPartition(run.topic(KafkaRun.CHECKPOINTS), partition);
    }

    /** Within the open transaction; returns the offset of the first chunk. */
    long writeSnapshot(TransactionalWriter writer, long number, byte[] snapshot)
            throws InterruptedException, ExecutionException {
        int checksum = checksum(snapshot);
        int count = Math.max(1, (snapshot.length + CHUNK_BYTES - 1) / CHUNK_BYTES);
        long offset = 0;
        for (int i = 0; i < count; i++) {
            int from = i * CHUNK_BYTES;
            int length = Math.min(CHUNK_BYTES, snapshot.length - from);
            ProducerRecord<byte[], byte[]> chunk = record(CheckpointRecord.newBuilder()
                    .setChunk(SnapshotChunk.newBuilder()
                            .setSnapshot(number)
                            .setIndex(i)
                            .setCount(count)
                            .setContent(ByteString.copyFrom(snapshot, from, length))
                            .setChecksum(checksum)));
            if (i == 0) {
                offset = writer.sendForOffset(chunk);
            } else {
                writer.send(chunk);
            }
        }
        return offset;
    }

    /** Within the open transaction. */
    void writeProgress(TransactionalWriter writer, Progress progress) {
        writer.send(record(CheckpointRecord.newBuilder().setProgress(progress)));
    }

    /** The progress of the last committed transaction; empty if nothing was ever committed. */
    Optional<Progress> lastProgress(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        long from = end;
        for (long tail = TAIL; from > begin; tail *= 8) {
            from = Math.max(begin, end - tail);
            Optional<Progress> last = Optional.empty();
            for (CheckpointRecord record : read(consumer, from, end)) {
                if (record.hasProgress()) {
                    last = Optional.of(record.getProgress());
                }
            }
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** The snapshot whose first chunk is at this offset. */
    byte[] snapshot(KafkaConsumer<byte[], byte[]> consumer, long offset) {
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (CheckpointRecord record : read(consumer, offset, end)) {
            if (record.hasChunk()) {
                SnapshotChunk chunk = record.getChunk();
                content.writeBytes(chunk.getContent().toByteArray());
                if (chunk.getIndex() == chunk.getCount() - 1) {
                    byte[] whole = content.toByteArray();
                    if (checksum(whole) != chunk.getChecksum()) {
                        throw new IllegalStateException("the snapshot at " + partition + "@" + offset + " is damaged");
                    }
                    return whole;
                }
            }
        }
        throw new IllegalStateException("the snapshot at " + partition + "@" + offset + " is not whole");
    }

    private List<CheckpointRecord> read(KafkaConsumer<byte[], byte[]> consumer, long from, long end) {
        consumer.seek(partition, from);
        List<CheckpointRecord> records = new ArrayList<>();
        for (int polls = 0; consumer.position(partition) < end; polls++) {
            if (polls > MAXIMUM_POLLS) {
                throw new IllegalStateException("cannot read " + partition + " up to " + end);
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                parse(record).ifPresent(records::add);
            }
        }
        return records;
    }

    /** Empty if the record is not of this run: somebody else may write here too. */
    private Optional<CheckpointRecord> parse(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(WireHeader.NAME);
        if (header == null || !Arrays.equals(header.value(), run) || record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(CheckpointRecord.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private ProducerRecord<byte[], byte[]> record(CheckpointRecord.Builder content) {
        byte[] value = content.setSchemaVersion(SCHEMA_VERSION).build().toByteArray();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(partition.topic(), partition.partition(), null, value);
        record.headers().add(WireHeader.NAME, run);
        return record;
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
