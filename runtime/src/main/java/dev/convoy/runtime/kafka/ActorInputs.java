package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions an actor's process reads: its messages, and, for the leader of a run, the progress of the others. */
final class ActorInputs {
    private final Map<TopicPartition, InputPartition> partitions = new LinkedHashMap<>();
    private final Map<TopicPartition, ChannelReader<?>> followers = new LinkedHashMap<>();
    private final SortedMap<ActorId, Long> progress = new TreeMap<>();
    private final Optional<Topology.Lead> lead;
    private final long durationMs;

    ActorInputs(KafkaRun run, Topology topology, ActorId self, long durationMs, Consumer<DeadLetter> deadLetters) {
        this.durationMs = durationMs;
        this.lead = topology.leadOf(self);
        for (Topic<?> topic : topology.readBy(self)) {
            for (ActorId writer : topic.writers()) {
                ChannelReader<?> reader = new ChannelReader<>(run.run(), topic, writer, deadLetters);
                partitions.put(partition(run, topic, writer), new InputPartition(reader, self));
            }
        }
        lead.ifPresent(l -> follow(run, l.progress(), self));
    }

    private void follow(KafkaRun run, Topic<?> topic, ActorId self) {
        for (ActorId writer : topic.writers()) {
            if (!writer.equals(self)) {
                followers.put(
                        partition(run, topic, writer), new ChannelReader<>(run.run(), topic, writer, letter -> {}));
                progress.put(writer, 0L);
            }
        }
    }

    private static TopicPartition partition(KafkaRun run, Topic<?> topic, ActorId writer) {
        return new TopicPartition(run.topic(topic.name()), topic.partitionOf(writer));
    }

    /** Whether no messages are for this actor, only the progress of others. */
    boolean areEmpty() {
        return partitions.isEmpty();
    }

    /** Begins to read where each partition was left, or at its beginning. */
    void attach(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>(partitions.keySet());
        all.addAll(followers.keySet());
        consumer.assign(all);
        partitions.forEach((partition, input) -> consumer.seek(partition, input.position()));
        followers.keySet().forEach(partition -> consumer.seek(partition, 0));
    }

    void poll(KafkaConsumer<byte[], byte[]> consumer, Duration wait, ActorCell cell) throws InterruptedException {
        if (partitions.isEmpty() && followers.isEmpty()) {
            Thread.sleep(wait.toMillis());
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            InputPartition input = partitions.get(partition);
            if (input != null) {
                input.read(record, cell);
            } else {
                followers
                        .get(partition)
                        .mark(record)
                        .ifPresent(mark -> progress.merge(
                                followers.get(partition).channel().writer(), mark.clock(), Math::max));
            }
        }
    }

    /**
     * How far the actor may go by flow control. Moves in steps of an eighth of the lead, because the leader's
     * transactions would be tiny if it followed every step of the slowest.
     */
    long limit(long clock) {
        if (lead.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long slowest = progress.values().stream().mapToLong(p -> p).min().orElse(durationMs);
        if (slowest >= durationMs) {
            return durationMs;
        }
        long limit = slowest + lead.get().maximumMs();
        boolean worthwhile = limit - clock >= lead.get().maximumMs() / 8 || limit >= durationMs;
        return worthwhile ? limit : clock;
    }

    /**
     * Whether the inbox holds again what it held at the snapshot. Until then the cell must neither go on nor promise:
     * the promises it restored reach beyond messages that it has not been given again.
     */
    boolean isCaughtUp() {
        return partitions.values().stream().allMatch(InputPartition::isCaughtUp);
    }

    /** The next offset to read, by topic and partition. */
    SortedMap<String, Long> positions() {
        SortedMap<String, Long> positions = new TreeMap<>();
        partitions.forEach((partition, input) -> positions.put(partition.toString(), input.position()));
        return positions;
    }

    void snapshot(DataOutput out, ActorCell cell) throws IOException {
        out.writeInt(partitions.size());
        for (InputPartition input : partitions.values()) {
            InputPartition.Resumption resumption = input.resumption(cell);
            out.writeLong(resumption.offset());
            out.writeLong(resumption.sequence());
            out.writeLong(resumption.position());
        }
    }

    void restore(DataInput in) throws IOException {
        if (in.readInt() != partitions.size()) {
            throw new IOException("the snapshot is of another topology");
        }
        for (InputPartition input : partitions.values()) {
            input.resume(new InputPartition.Resumption(in.readLong(), in.readLong(), in.readLong()));
        }
    }
}
