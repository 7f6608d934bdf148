package dev.convoy.aggregator;

import dev.convoy.exchange.Request;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is invited to send an update, where nodes send on invitation only; whoever has waited longest comes first. */
final class Invitations {
    private final Slots slots;
    /** With the instant at which the invitation lapses. */
    private final SortedMap<NodeId, Long> invited = new TreeMap<>();
    /** Whoever has waited longest is first. */
    private final List<NodeId> idle = new ArrayList<>();

    Invitations(Slots slots, Collection<NodeId> nodes) {
        this.slots = slots;
        idle.addAll(nodes);
    }

    void answered(NodeId node) {
        if (invited.remove(node) != null) {
            idle.add(node);
        }
    }

    /** Those whose invitation has lapsed make room for others. */
    void passOver(long now) {
        List<NodeId> lapsed = invited.entrySet().stream()
                .filter(entry -> entry.getValue() <= now)
                .map(Map.Entry::getKey)
                .toList();
        lapsed.forEach(this::answered);
    }

    /** When the first invitation lapses; {@link Long#MAX_VALUE} if nobody is invited. */
    long until() {
        return invited.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    /** Fills the open slots, if they are enough to be filled. */
    List<Request> requests(long version, long now, Numbers numbers) {
        List<Request> requests = new ArrayList<>();
        int free = slots.active() - invited.size();
        if (free >= slots.open()) {
            for (; free > 0; free--) {
                NodeId node = idle.remove(0);
                invited.put(node, Instants.plus(now, slots.atMost().toMillis()));
                requests.add(new Request.Invite(node, numbers.next(), now, version));
            }
        }
        return requests;
    }

    void snapshot(DataOutput out) throws IOException {
        NodeSets.write(invited.keySet(), out);
        for (long lapses : invited.values()) {
            out.writeLong(lapses);
        }
        NodeSets.write(idle, out);
    }

    void restore(DataInput in) throws IOException {
        List<NodeId> nodes = new ArrayList<>();
        NodeSets.read(nodes, in);
        invited.clear();
        for (NodeId node : nodes) {
            invited.put(node, in.readLong());
        }
        NodeSets.read(idle, in);
    }
}
