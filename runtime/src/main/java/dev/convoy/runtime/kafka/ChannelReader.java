package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Channel;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Rejection;
import dev.convoy.runtime.Topic;
import dev.convoy.runtime.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads one writer's partition of a topic. Whatever is not the writer's next message or a mark of it was put there by
 * somebody else: it is refused with a reason and changes nothing.
 */
final class ChannelReader<M> {
    private static final int MAXIMUM_DETAIL = 200;

    private final String run;
    private final Topic<M> topic;
    private final ActorId writer;
    private final Consumer<DeadLetter> deadLetters;
    private long nextSequence = 1;

    ChannelReader(String run, Topic<M> topic, ActorId writer, Consumer<DeadLetter> deadLetters) {
        this.run = run;
        this.topic = topic;
        this.writer = writer;
        this.deadLetters = deadLetters;
    }

    Channel channel() {
        return new Channel(topic.name(), writer);
    }

    /** The sequence number the next message must have. */
    long nextSequence() {
        return nextSequence;
    }

    /** Expects this number next: reading begins in the middle of the partition. */
    void continueFrom(long sequence) {
        nextSequence = sequence;
    }

    /** The mark in this record, if it is one of this run's. */
    Optional<Mark> mark(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(Mark.NAME);
        if (header == null || header.value() == null || record.value() != null) {
            return Optional.empty();
        }
        return Mark.decode(header.value()).filter(m -> m.run().equals(run));
    }

    /**
     * The message in this record; empty if it was refused.
     *
     * @param clock run time of the reader, by which a foreign record is late
     */
    Optional<Envelope<M>> message(ConsumerRecord<byte[], byte[]> record, long clock) {
        Header header = record.headers().lastHeader(WireHeader.NAME);
        Optional<WireHeader> way = header == null || header.value() == null
                ? Optional.empty()
                : WireHeader.decode(header.value()).filter(w -> w.run().equals(run));
        Optional<M> message = decode(record, clock, way.isPresent());
        if (message.isEmpty()) {
            return Optional.empty();
        }
        if (way.get().sequence() != nextSequence) {
            boolean repeated = way.get().sequence() < nextSequence;
            refuse(
                    record,
                    repeated ? Rejection.TOO_LATE : Rejection.FOREIGN,
                    "number " + way.get().sequence() + " where " + nextSequence + " was expected");
            return Optional.empty();
        }
        nextSequence++;
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        return Optional.of(new Envelope<>(
                topic,
                writer,
                key,
                way.get().sequence(),
                way.get().sentAt(),
                way.get().deliveries(),
                message.get()));
    }

    private Optional<M> decode(ConsumerRecord<byte[], byte[]> record, long clock, boolean ours) {
        byte[] value = record.value();
        if (value == null) {
            refuse(record, Rejection.UNPARSABLE, "no value");
            return Optional.empty();
        }
        if (value.length > topic.codec().maximumBytes()) {
            refuse(
                    record,
                    Rejection.TOO_LARGE,
                    value.length + " bytes, at most " + topic.codec().maximumBytes());
            return Optional.empty();
        }
        try {
            M message = topic.codec().decode(value);
            if (ours) {
                return Optional.of(message);
            }
            OptionalLong time = topic.codec().timeOf(message);
            boolean late = time.isPresent() && time.getAsLong() < clock;
            refuse(
                    record,
                    late ? Rejection.TOO_LATE : Rejection.FOREIGN,
                    late ? "of run time " + time.getAsLong() + " ms" : "not written by an actor of this run");
        } catch (UndecodableException e) {
            refuse(record, e.rejection(), e.getMessage());
        }
        return Optional.empty();
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record, Rejection reason, String detail) {
        String bounded = detail.length() > MAXIMUM_DETAIL ? detail.substring(0, MAXIMUM_DETAIL) : detail;
        deadLetters.accept(new DeadLetter(topic.name(), record.partition(), record.offset(), reason, bounded));
    }
}
