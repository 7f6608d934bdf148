package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Upload;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.telemetry.Decimals;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers the updates of all nodes, merges them when its trigger fires, and broadcasts every new version. Each update
 * that arrives gets exactly one {@link UpdateFate}.
 *
 * <p>The staleness limit is tested when an update arrives: beyond it, it is rejected at once. Staleness in versions
 * cannot grow afterwards, because every new version empties the buffer; age can, and is tested again when the trigger
 * fires. What is over age then is rejected, and the trigger asked again about the rest.
 */
public final class Aggregator implements Actor {
    private static final String DEADLINE = "deadline";

    private final ActorId id;
    private final AggregatorConfig config;
    private final List<Participant> participants;
    private final AggregatorTopics topics;
    private final Forecast forecast;
    private final Admission admission;
    private final Buffer buffer = new Buffer();
    private final Versions versions;

    /** @param initial the parameters of version 0, from which all nodes start */
    public Aggregator(
            ActorId id,
            AggregatorConfig config,
            Parameters initial,
            List<Participant> participants,
            AggregatorTopics topics) {
        this.id = id;
        this.config = config;
        this.topics = topics;
        this.participants = participants.stream()
                .sorted(Comparator.comparing(Participant::node))
                .toList();
        TreeSet<NodeId> nodes =
                this.participants.stream().map(Participant::node).collect(Collectors.toCollection(TreeSet::new));
        if (nodes.isEmpty() || nodes.size() < participants.size()) {
            throw new IllegalArgumentException("an aggregator needs nodes, each of them once: " + this.participants);
        }
        this.forecast = new Forecast(config, this.participants);
        this.admission = new Admission(config, nodes, initial.size());
        this.versions = new Versions(config, initial, nodes.size());
        config.requireFits(nodes.size());
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        return List.of(new Inlet<>(topics.updates(), this::receive));
    }

    @Override
    public void start(ActorContext context) {
        // version 0 is known to everybody, and nothing is to be done before the first update
    }

    /** Timers cannot be called back: one that belongs to a buffer merged before its deadline finds another deadline. */
    @Override
    public void wake(String timer, ActorContext context) {
        if (buffer.deadline() == context.now()) {
            rejectOverAge(context);
            if (!buffer.isEmpty()) {
                aggregate(context);
            }
        }
    }

    @Override
    public void finish(ActorContext context) {
        buffer.drain().forEach(update -> discard(update, Fate.UNFINISHED, Reason.END, context));
    }

    @Override
    public long earliestSend(Horizon horizon) {
        if (config.strategy().content().isEmpty()) {
            return Long.MAX_VALUE;
        }
        return forecast.earliestFiring(buffer, horizon);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        versions.snapshot(out);
        admission.snapshot(out);
        buffer.snapshot(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        versions.restore(in);
        admission.restore(in);
        buffer.restore(in);
    }

    /** A final model is for the record only and is never delivered. */
    private void receive(Upload upload, ActorContext context) {
        if (upload instanceof ModelUpdate update) {
            Optional<Reason> refusal = admission.refusal(update, versions.newest(), context.now());
            if (refusal.isPresent()) {
                discard(update, Fate.REJECTED, refusal.get(), context);
            } else {
                accept(update, context);
            }
        }
    }

    private void accept(ModelUpdate update, ActorContext context) {
        boolean first = buffer.isEmpty();
        long deadline = config.trigger().deadlineFrom(context.now());
        if (config.strategy().oneUpdatePerNode()) {
            buffer.replace(update, deadline).ifPresent(older -> discard(older, Fate.SUPERSEDED, Reason.NEWER, context));
        } else {
            buffer.add(update, deadline);
        }
        if (config.trigger().isReachedBy(buffer.size())) {
            rejectOverAge(context);
        }
        if (config.trigger().isReachedBy(buffer.size())) {
            aggregate(context);
        } else if (first && deadline != Buffer.NO_DEADLINE) {
            context.wakeAt(deadline, DEADLINE);
        }
    }

    private void rejectOverAge(ActorContext context) {
        buffer.removeIf(update -> admission
                        .lateness(update, versions.newest(), context.now())
                        .isPresent())
                .forEach(update -> discard(update, Fate.REJECTED, Reason.AGE, context));
    }

    private void aggregate(ActorContext context) {
        List<ModelUpdate> updates = buffer.drain();
        Optional<Versions.Next> next = versions.next(updates, context.now());
        if (next.isEmpty()) {
            updates.forEach(update -> discard(update, Fate.REJECTED, Reason.OVERFLOW, context));
            return;
        }
        GlobalModel model = next.get().model();
        List<Double> coefficients = next.get().coefficients();
        for (int i = 0; i < updates.size(); i++) {
            OptionalDouble coefficient = coefficients.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Decimals.round(coefficients.get(i), Versions.DECIMALS));
            publishFate(updates.get(i), Fate.AGGREGATED, "", coefficient, OptionalLong.of(model.version()), context);
        }
        versions.adopt(next.get());
        List<ActorId> receivers = participants.stream().map(Participant::actor).toList();
        context.broadcast(topics.models(), id.name(), receivers, model);
    }

    private void discard(ModelUpdate update, Fate fate, Reason reason, ActorContext context) {
        publishFate(update, fate, reason.word(), OptionalDouble.of(0), OptionalLong.empty(), context);
    }

    private void publishFate(
            ModelUpdate update,
            Fate fate,
            String reason,
            OptionalDouble weight,
            OptionalLong versionAfter,
            ActorContext context) {
        context.publish(
                topics.metrics(),
                new UpdateFate(
                        update.node(),
                        update.round(),
                        context.now(),
                        versions.staleness(update),
                        context.now() - update.dataEndedMs(),
                        fate,
                        reason,
                        weight,
                        versionAfter));
    }
}
