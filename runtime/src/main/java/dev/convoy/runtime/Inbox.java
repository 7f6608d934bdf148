package dev.convoy.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The messages an actor has received but not handled, in the order in which it will handle them. */
final class Inbox {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();

    record Entry(long arrivesAt, Envelope<?> envelope) implements Comparable<Entry> {
        /** By arrival, key, topic, sequence; spelt out, because most of what an inbox does is this. */
        @Override
        public int compareTo(Entry other) {
            int order = Long.compare(arrivesAt, other.arrivesAt);
            if (order == 0) {
                order = envelope.key().compareTo(other.envelope.key());
            }
            if (order == 0) {
                order = envelope.topic().name().compareTo(other.envelope.topic().name());
            }
            return order != 0 ? order : Long.compare(envelope.sequence(), other.envelope.sequence());
        }
    }

    void add(long arrivesAt, Envelope<?> envelope) {
        entries.add(new Entry(arrivesAt, envelope));
    }

    /** Arrival time of the first; {@code Long.MAX_VALUE} if there is none. */
    long nextArrival() {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.arrivesAt();
    }

    Envelope<?> poll() {
        return entries.remove().envelope();
    }

    int size() {
        return entries.size();
    }

    List<Long> arrivalsFrom(ActorId writer) {
        List<Long> arrivals = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.envelope().writer().equals(writer)) {
                arrivals.add(entry.arrivesAt());
            }
        }
        arrivals.sort(null);
        return arrivals;
    }

    /** Sequence numbers of what one channel has delivered and is not handled yet. */
    List<Long> pendingSequences(Channel channel) {
        List<Long> sequences = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.envelope().topic().name().equals(channel.topic())
                    && entry.envelope().writer().equals(channel.writer())) {
                sequences.add(entry.envelope().sequence());
            }
        }
        return sequences;
    }
}
