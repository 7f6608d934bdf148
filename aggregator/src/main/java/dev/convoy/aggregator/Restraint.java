package dev.convoy.aggregator;

import dev.convoy.exchange.Request;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an aggregator does about stragglers in one run: who is asked for an update, who holds back, what waits. */
final class Restraint {
    private final Beyond beyond;
    private final Stragglers stragglers;
    private final SortedSet<NodeId> nodes;
    private final SortedSet<NodeId> asked = new TreeSet<>();
    private final SortedSet<NodeId> held = new TreeSet<>();
    private long until = Long.MAX_VALUE;

    /** @param policy with a limit in versions, unless it only rejects */
    Restraint(StalenessPolicy policy, Collection<NodeId> nodes) {
        this.beyond = policy.beyond();
        this.nodes = new TreeSet<>(nodes);
        this.stragglers = new Stragglers(nodes, policy.limit().versions().orElse(Long.MAX_VALUE));
    }

    void heard(NodeId node, long baseVersion) {
        stragglers.heard(node, baseVersion);
        asked.remove(node);
    }

    /** Whether the merge that would follow this version has to wait; it waits from the first time on. */
    boolean delaysMerge(long version, long now) {
        if (!beyond.delaysMerges() || stragglers.behind(version + 1).isEmpty()) {
            return false;
        }
        waitFrom(now);
        return true;
    }

    /** Whether a merge waits. */
    boolean isDelaying() {
        return beyond.delaysMerges() && until < Long.MAX_VALUE;
    }

    /** There is nothing to merge any more. */
    void released() {
        if (beyond.delaysMerges()) {
            until = Long.MAX_VALUE;
        }
    }

    /** When patience ends; {@link Long#MAX_VALUE} if nobody waits. */
    long until() {
        return until;
    }

    /** Patience has ended: this version may have a successor without those it waited for. */
    void giveUp(long version) {
        stragglers.excuse(stragglers.behind(version + 1));
        until = Long.MAX_VALUE;
    }

    /** What is to be asked after an update or a version has come. */
    List<Request> requests(long version, long now, Numbers numbers) {
        SortedSet<NodeId> behind = stragglers.behind(version + 1);
        List<Request> requests = new ArrayList<>();
        if (beyond.pulls()) {
            behind.stream()
                    .filter(asked::add)
                    .forEach(node -> requests.add(new Request.SendNow(node, numbers.next(), now)));
        }
        if (beyond.holdsOthers()) {
            hold(behind, now, numbers, requests);
        }
        return requests;
    }

    private void hold(SortedSet<NodeId> behind, long now, Numbers numbers, List<Request> requests) {
        if (behind.isEmpty()) {
            until = Long.MAX_VALUE;
        } else {
            waitFrom(now);
        }
        for (NodeId node : nodes) {
            boolean holds = !behind.isEmpty() && !behind.contains(node);
            if (holds && held.add(node)) {
                requests.add(new Request.Hold(node, numbers.next(), now, until));
            } else if (!holds && held.remove(node)) {
                requests.add(new Request.Hold(node, numbers.next(), now, now));
            }
        }
    }

    private void waitFrom(long now) {
        if (until == Long.MAX_VALUE) {
            until = Instants.plus(now, beyond.patience().orElseThrow().toMillis());
        }
    }

    void snapshot(DataOutput out) throws IOException {
        stragglers.snapshot(out);
        NodeSets.write(asked, out);
        NodeSets.write(held, out);
        out.writeLong(until);
    }

    void restore(DataInput in) throws IOException {
        stragglers.restore(in);
        NodeSets.read(asked, in);
        NodeSets.read(held, in);
        until = in.readLong();
    }
}
