package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The updates that wait for the trigger, by node and then round whatever the order they came in. */
final class Buffer {
    static final long NO_DEADLINE = Long.MAX_VALUE;

    private final TreeSet<ModelUpdate> updates =
            new TreeSet<>(Comparator.comparing(ModelUpdate::node).thenComparingLong(ModelUpdate::round));
    private long deadline = NO_DEADLINE;

    int size() {
        return updates.size();
    }

    boolean isEmpty() {
        return updates.isEmpty();
    }

    /** The nodes that have an update here. */
    Set<NodeId> nodes() {
        return updates.stream().map(ModelUpdate::node).collect(Collectors.toSet());
    }

    /** Run time at which the trigger fires in any case; {@link #NO_DEADLINE} where there is none or nothing waits. */
    long deadline() {
        return deadline;
    }

    /** Only an empty buffer takes the deadline; later updates wait for the same one. */
    void add(ModelUpdate update, long deadlineIfFirst) {
        if (updates.isEmpty()) {
            deadline = deadlineIfFirst;
        }
        updates.add(update);
    }

    /** Takes the place of the update of its node, which is returned; the deadline stays. */
    Optional<ModelUpdate> replace(ModelUpdate update, long deadlineIfFirst) {
        Optional<ModelUpdate> older = updates.stream()
                .filter(buffered -> buffered.node().equals(update.node()))
                .findFirst();
        add(update, deadlineIfFirst);
        older.ifPresent(updates::remove);
        return older;
    }

    List<ModelUpdate> removeIf(Predicate<ModelUpdate> condition) {
        List<ModelUpdate> removed = updates.stream().filter(condition).toList();
        removed.forEach(updates::remove);
        if (updates.isEmpty()) {
            deadline = NO_DEADLINE;
        }
        return removed;
    }

    /** Everything, by node and then round; leaves the buffer empty. */
    List<ModelUpdate> drain() {
        return removeIf(update -> true);
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeLong(deadline);
        out.writeInt(updates.size());
        for (ModelUpdate update : updates) {
            update.writeTo(out);
        }
    }

    void restore(DataInput in) throws IOException {
        updates.clear();
        deadline = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            updates.add(ModelUpdate.readFrom(in));
        }
    }
}
