package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides which updates may enter the buffer: well formed, not seen before, within the staleness limit. */
final class Admission {
    private final AggregatorConfig config;
    private final Set<NodeId> nodes;
    private final Parameters initial;
    private final Map<NodeId, Long> lastRounds = new TreeMap<>();

    /** @param initial the parameters of version 0 */
    Admission(AggregatorConfig config, Set<NodeId> nodes, Parameters initial) {
        this.config = config;
        this.nodes = nodes;
        this.initial = initial;
    }

    /** Why the update is not wanted, if so; a well-formed one counts as seen from then on, wanted or not. */
    Optional<Reason> refusal(ModelUpdate update, long version, long now) {
        Optional<Reason> flaw = flaw(update);
        if (flaw.isPresent()) {
            return flaw;
        }
        if (update.round() <= lastRounds.getOrDefault(update.node(), 0L)) {
            return Optional.of(Reason.DUPLICATE);
        }
        lastRounds.put(update.node(), update.round());
        if (update.baseVersion() > version) {
            return Optional.of(Reason.BASE_VERSION);
        }
        return lateness(update, version, now);
    }

    Optional<Reason> lateness(ModelUpdate update, long version, long now) {
        return config.staleness().limit().excess(version - update.baseVersion(), now - update.dataEndedMs());
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(lastRounds.size());
        for (Map.Entry<NodeId, Long> entry : lastRounds.entrySet()) {
            out.writeInt(entry.getKey().number());
            out.writeLong(entry.getValue());
        }
    }

    void restore(DataInput in) throws IOException {
        lastRounds.clear();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            lastRounds.put(new NodeId(in.readInt()), in.readLong());
        }
    }

    private Optional<Reason> flaw(ModelUpdate update) {
        if (!nodes.contains(update.node())) {
            return Optional.of(Reason.NODE);
        }
        if (!config.strategy().content().equals(Optional.of(update.content()))) {
            return Optional.of(Reason.CONTENT);
        }
        return config.strategy().flaw(initial, update);
    }
}
