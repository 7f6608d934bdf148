package dev.convoy.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The messages an actor has received but not handled, in the order in which it will handle them.
 *
 * <p>Most of what a writer sends already comes in that order, so there is a queue for each writer, and only the heads
 * of the queues are compared with one another. A message that is out of its writer's order is a queue of its own.
 */
final class Inbox {
    private final Map<ActorId, Run> runs = new HashMap<>();
    /** Those with messages. */
    private final PriorityQueue<Run> waiting = new PriorityQueue<>();

    private int size;

    void add(long arrivesAt, Envelope<?> envelope) {
        Entry entry = new Entry(arrivesAt, envelope);
        Run run = runs.computeIfAbsent(envelope.writer(), writer -> new Run());
        if (!run.takes(entry)) {
            run = new Run();
        }
        boolean first = run.entries.isEmpty();
        run.entries.add(entry);
        if (first) {
            waiting.add(run);
        }
        size++;
    }

    /** Arrival time of the first; {@code Long.MAX_VALUE} if there is none. */
    long nextArrival() {
        Run first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.entries.element().arrivesAt();
    }

    Envelope<?> poll() {
        Run first = waiting.remove();
        Entry entry = first.entries.remove();
        if (!first.entries.isEmpty()) {
            waiting.add(first);
        }
        size--;
        return entry.envelope();
    }

    int size() {
        return size;
    }

    List<Long> arrivalsFrom(ActorId writer) {
        List<Long> arrivals = new ArrayList<>();
        for (Run run : waiting) {
            for (Entry entry : run.entries) {
                if (!entry.envelope().writer().equals(writer)) {
                    break; // all messages of a run have one writer
                }
                arrivals.add(entry.arrivesAt());
            }
        }
        arrivals.sort(null);
        return arrivals;
    }

    /** Sequence numbers of what one channel has delivered and is not handled yet. */
    List<Long> pendingSequences(Channel channel) {
        List<Long> sequences = new ArrayList<>();
        for (Run run : waiting) {
            for (Entry entry : run.entries) {
                if (entry.envelope().topic().name().equals(channel.topic())
                        && entry.envelope().writer().equals(channel.writer())) {
                    sequences.add(entry.envelope().sequence());
                }
            }
        }
        return sequences;
    }

    private record Entry(long arrivesAt, Envelope<?> envelope) implements Comparable<Entry> {
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

    /** Messages of one writer, none before the one ahead of it. */
    private static final class Run implements Comparable<Run> {
        private final ArrayDeque<Entry> entries = new ArrayDeque<>();

        boolean takes(Entry entry) {
            return entries.isEmpty() || entries.getLast().compareTo(entry) <= 0;
        }

        @Override
        public int compareTo(Run other) {
            return entries.element().compareTo(other.entries.element());
        }
    }
}
