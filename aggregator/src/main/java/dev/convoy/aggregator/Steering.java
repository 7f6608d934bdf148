package dev.convoy.aggregator;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Request;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All by which an aggregator has a hand in who sends when: what it does about stragglers, and whom it invites. */
final class Steering {
    private final boolean active;
    private final Restraint restraint;
    private final Optional<Invitations> invitations;
    private final Numbers numbers = new Numbers();

    Steering(AggregatorConfig config, Collection<NodeId> nodes) {
        this.active = config.steers();
        this.restraint = new Restraint(config.staleness(), nodes);
        this.invitations =
                active ? config.slots().map(slots -> new Invitations(slots, nodes)) : Optional.<Invitations>empty();
    }

    /** Whether there is anything but a trigger. */
    boolean isActive() {
        return active;
    }

    void heard(ModelUpdate update) {
        restraint.heard(update.node(), update.baseVersion());
        invitations.ifPresent(i -> i.answered(update.node()));
    }

    boolean delaysMerge(long version, long now) {
        return active && restraint.delaysMerge(version, now);
    }

    boolean isDelaying() {
        return restraint.isDelaying();
    }

    /** There is nothing to merge any more. */
    void released() {
        restraint.released();
    }

    /** When something is to be done without a message; {@link Long#MAX_VALUE} if never. */
    long until() {
        return Math.min(restraint.until(), invitations.map(Invitations::until).orElse(Long.MAX_VALUE));
    }

    /** To be called when that instant has come. */
    void timeIsUp(long version, long now) {
        if (restraint.until() <= now) {
            restraint.giveUp(version);
        }
        invitations.ifPresent(i -> i.passOver(now));
    }

    /** What is to be asked of nodes now. */
    List<Request> requests(long version, long now) {
        if (!active) {
            return List.of();
        }
        List<Request> requests = new ArrayList<>(restraint.requests(version, now, numbers));
        invitations.ifPresent(i -> requests.addAll(i.requests(version, now, numbers)));
        return requests;
    }

    void snapshot(DataOutput out) throws IOException {
        numbers.snapshot(out);
        restraint.snapshot(out);
        if (invitations.isPresent()) {
            invitations.get().snapshot(out);
        }
    }

    void restore(DataInput in) throws IOException {
        numbers.restore(in);
        restraint.restore(in);
        if (invitations.isPresent()) {
            invitations.get().restore(in);
        }
    }
}
