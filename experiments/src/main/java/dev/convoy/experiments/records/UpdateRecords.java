package dev.convoy.experiments.records;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.Delivery;
import dev.convoy.runtime.Envelope;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** All updates of a run and their fates, in whichever order the two are heard of. */
final class UpdateRecords {
    private record Key(NodeId node, long round) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = node.compareTo(other.node);
            return order != 0 ? order : Long.compare(round, other.round);
        }

        @Override
        public String toString() {
            return "update " + round + " of " + node;
        }
    }

    private static final Comparator<RecordedUpdate> ORDER = Comparator.comparingLong(RecordedUpdate::sentMs)
            .thenComparing(RecordedUpdate::node)
            .thenComparingLong(RecordedUpdate::round);

    private final Map<Key, RecordedUpdate> sent = new TreeMap<>();
    private final Map<Key, List<UpdateFate>> fates = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    void sent(Envelope<ModelUpdate> envelope, int bytes) {
        ModelUpdate update = envelope.message();
        Key key = new Key(update.node(), update.round());
        RecordedUpdate before = sent.put(
                key,
                new RecordedUpdate(
                        update.node(),
                        update.round(),
                        update.baseVersion(),
                        update.examples(),
                        bytes,
                        envelope.sentAt(),
                        arrival(envelope.deliveries()),
                        sum(envelope.deliveries(), Delivery::attempts),
                        sum(envelope.deliveries(), Delivery::ignored),
                        List.of()));
        if (before != null) {
            problems.add(key + " was sent twice, at " + Cells.seconds(before.sentMs()) + " s and at "
                    + Cells.seconds(envelope.sentAt()) + " s");
        }
    }

    void decided(UpdateFate fate) {
        fates.computeIfAbsent(new Key(fate.node(), fate.round()), k -> new ArrayList<>())
                .add(fate);
    }

    /** By the time they were sent, node and round. */
    List<RecordedUpdate> inOrder() {
        List<RecordedUpdate> updates = new ArrayList<>();
        sent.forEach((key, u) -> updates.add(new RecordedUpdate(
                u.node(),
                u.round(),
                u.baseVersion(),
                u.examples(),
                u.bytes(),
                u.sentMs(),
                u.arrivesMs(),
                u.attempts(),
                u.ignored(),
                fates.getOrDefault(key, List.of()))));
        updates.sort(ORDER);
        return updates;
    }

    /** Where an update does not have exactly one fate, and other contradictions, one sentence each. */
    List<String> problems(long endMs) {
        List<String> found = new ArrayList<>(problems);
        fates.forEach((key, list) -> {
            if (!sent.containsKey(key)) {
                found.add(key + " was never sent, but " + told(list.get(0)));
            }
        });
        for (RecordedUpdate update : inOrder()) {
            Key key = new Key(update.node(), update.round());
            if (update.fate(endMs).isEmpty()) {
                found.add(
                        key + " arrived at " + Cells.seconds(update.arrivesMs().getAsLong()) + " s but has no fate");
            }
            if (update.decisions().size() > 1) {
                found.add(key + " has " + update.decisions().size() + " fates: it "
                        + told(update.decisions().get(0)) + ", and "
                        + told(update.decisions().get(1)));
            }
            if (update.arrivesMs().isEmpty() && update.fate(endMs).orElseThrow() != Fate.LOST) {
                found.add(key + " was lost on its way, but "
                        + told(update.decisions().get(0)));
            }
        }
        return found;
    }

    private static String told(UpdateFate fate) {
        return "is " + fate.fate().word() + " at " + Cells.seconds(fate.timeMs()) + " s";
    }

    /** An update has one delivery, as it has one receiver. */
    private static int sum(List<Delivery> deliveries, ToIntFunction<Delivery> part) {
        return deliveries.stream().mapToInt(part).sum();
    }

    private static OptionalLong arrival(List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(d -> !d.lost())
                .mapToLong(Delivery::arrivesAt)
                .min();
    }
}
