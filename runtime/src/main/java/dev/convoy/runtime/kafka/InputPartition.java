package dev.convoy.runtime.kafka;

import dev.convoy.runtime.ActorCell;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A partition an actor reads its messages from, with what it takes to go on after a restart. */
final class InputPartition {
    private final ChannelReader<?> reader;
    private final ActorId receiver;

    /** Where each message lies that may still wait in the inbox, oldest first. */
    private final Deque<Place> places = new ArrayDeque<>();

    private long position;
    private long handledBefore;

    private record Place(long sequence, long offset) {}

    /**
     * Where to continue.
     *
     * @param offset of the first record to read again
     * @param sequence the number its message has
     * @param position up to here it was read before
     */
    record Resumption(long offset, long sequence, long position) {}

    InputPartition(ChannelReader<?> reader, ActorId receiver) {
        this.reader = reader;
        this.receiver = receiver;
    }

    ChannelReader<?> reader() {
        return reader;
    }

    void read(ConsumerRecord<byte[], byte[]> record, ActorCell cell) {
        Optional<Mark> mark = reader.mark(record);
        if (mark.isPresent()) {
            cell.promise(reader.channel(), mark.get().sendsFrom());
        } else {
            reader.message(record, cell.clock()).ifPresent(envelope -> accept(envelope, record.offset(), cell));
        }
        position = Math.max(position, record.offset() + 1);
    }

    private void accept(Envelope<?> envelope, long offset, ActorCell cell) {
        Optional<Delivery> delivery = envelope.deliveryTo(receiver);
        boolean handled = offset < handledBefore
                && delivery.filter(d -> d.arrivesAt() < cell.clock()).isPresent();
        if (delivery.isPresent() && !handled) {
            places.add(new Place(envelope.sequence(), offset));
            cell.accept(envelope);
        }
    }

    /** Where a successor must begin so that it misses nothing that the cell has not handled. */
    Resumption resumption(ActorCell cell) {
        Set<Long> pending = new HashSet<>(cell.pendingSequences(reader.channel()));
        while (!places.isEmpty() && !pending.contains(places.peek().sequence())) {
            places.remove();
        }
        Place first = places.peek();
        return first == null
                ? new Resumption(position, reader.nextSequence(), position)
                : new Resumption(first.offset(), first.sequence(), position);
    }

    void resume(Resumption resumption) {
        position = resumption.offset();
        handledBefore = resumption.position();
        reader.continueFrom(resumption.sequence());
    }

    /** Whether everything that the predecessor had read when it made the snapshot has been read again. */
    boolean isCaughtUp() {
        return position >= handledBefore;
    }

    /** The next offset to read. */
    long position() {
        return position;
    }
}
