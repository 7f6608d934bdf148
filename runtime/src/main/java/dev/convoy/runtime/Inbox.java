package dev.convoy.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The messages an actor has received but not handled, in the order in which it will handle them. */
final class Inbox {
    private static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::arrivesAt)
            .thenComparing(e -> e.envelope().key())
            .thenComparing(e -> e.envelope().topic().name())
            .thenComparingLong(e -> e.envelope().sequence());

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);

    record Entry(long arrivesAt, Envelope<?> envelope) {}

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
