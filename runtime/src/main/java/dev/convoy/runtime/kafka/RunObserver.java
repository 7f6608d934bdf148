package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads what the processes of a run put on record, until all have finished. */
public final class RunObserver implements AutoCloseable {
    private final KafkaRun run;
    private final Recorder recorder;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, ChannelReader<?>> readers = new LinkedHashMap<>();
    private final Set<ActorId> unfinished;
    private final Set<Place> seenLetters = new HashSet<>();

    private record Place(String topic, int partition, long offset) {}

    /** @param topics what to record; the topic of the topology's lead must be among them */
    public RunObserver(KafkaRun run, Topology topology, List<Topic<?>> topics, Recorder recorder)
            throws BrokerException {
        this.run = run;
        this.recorder = recorder;
        this.unfinished = new HashSet<>(topology.actors());
        for (Topic<?> topic : topics) {
            for (ActorId writer : topic.writers()) {
                readers.put(
                        new TopicPartition(run.topic(topic.name()), topic.partitionOf(writer)),
                        new ChannelReader<>(run.run(), topic, writer, this::refused));
            }
        }
        List<TopicPartition> all = new ArrayList<>(readers.keySet());
        for (int i = 0; i < topology.actors().size(); i++) {
            all.add(new TopicPartition(run.topic(KafkaRun.DEAD_LETTERS), i));
        }
        try {
            consumer = run.unhurriedConsumer();
            consumer.assign(all);
            consumer.seekToBeginning(all);
        } catch (KafkaException e) {
            throw BrokerException.of("cannot read the records of run " + run.run(), e);
        }
    }

    /**
     * Reads what has come, waiting this long at most.
     *
     * @return whether every actor has finished and everything they published has been read
     */
    public boolean poll(Duration wait) throws BrokerException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                ChannelReader<?> reader = readers.get(partition);
                if (reader == null) {
                    deadLetter(record);
                } else {
                    read(reader, record);
                }
            }
            return unfinished.isEmpty() && allRead();
        } catch (KafkaException e) {
            throw BrokerException.of("cannot read the records of run " + run.run(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void read(ChannelReader<?> reader, ConsumerRecord<byte[], byte[]> record) {
        Optional<Mark> mark = reader.mark(record);
        ActorId writer = reader.channel().writer();
        if (mark.isEmpty()) {
            reader.message(record, 0).ifPresent(recorder::record);
            return;
        }
        recorder.progress(writer, mark.get().clock());
        if (mark.get().finished()) {
            unfinished.remove(writer);
        }
    }

    private void deadLetter(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            DeadLetterRecord.decode(record.value()).ifPresent(this::refused);
        }
    }

    /** A reader that was restarted refuses a record again; it counts once. */
    private void refused(DeadLetter letter) {
        if (seenLetters.add(new Place(letter.topic(), letter.partition(), letter.offset()))) {
            recorder.deadLetter(letter);
        }
    }

    private boolean allRead() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
