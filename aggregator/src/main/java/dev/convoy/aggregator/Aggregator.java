package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers the updates of all nodes, merges them when its trigger fires, and broadcasts every new version. Each update
 * that arrives gets exactly one {@link dev.convoy.metric.UpdateFate}.
 *
 * <p>The staleness limit is tested when an update arrives: beyond it, it is rejected at once. Staleness in versions
 * cannot grow afterwards, because every new version empties the buffer; age can, and is tested again when the trigger
 * fires. What is over age then is rejected, and the trigger asked again about the rest.
 */
public final class Aggregator implements Actor {
    private static final String DEADLINE = "deadline";
    private static final String PATIENCE = "patience";
    /** Whose sender is not who it says, has been heard before, or cannot be where it says it is. */
    private static final Set<Reason> UNBELIEVABLE = EnumSet.of(Reason.NODE, Reason.DUPLICATE, Reason.BASE_VERSION);

    private final ActorId id;
    private final AggregatorConfig config;
    private final List<Participant> participants;
    private final AggregatorTopics topics;
    private final Forecast forecast;
    private final Admission admission;
    private final Buffer buffer = new Buffer();
    private final Versions versions;
    private final Steering steering;
    private final Fates fates;
    private final Optional<ForwardedTraining> training;
    private long patienceEnds = Long.MAX_VALUE;

    /** @param initial the parameters of version 0, from which all nodes start */
    public Aggregator(
            ActorId id,
            AggregatorConfig config,
            Parameters initial,
            List<Participant> participants,
            AggregatorTopics topics) {
        this(id, config, initial, participants, topics, Optional.empty());
    }

    /**
     * @param initial the parameters of version 0, from which all nodes start
     * @param training there if and only if the configuration has a central training
     */
    public Aggregator(
            ActorId id,
            AggregatorConfig config,
            Parameters initial,
            List<Participant> participants,
            AggregatorTopics topics,
            Optional<ForwardedTraining> training) {
        this.id = id;
        this.config = config;
        this.topics = topics;
        this.training = training;
        this.participants = participants.stream()
                .sorted(Comparator.comparing(Participant::node))
                .toList();
        TreeSet<NodeId> nodes =
                this.participants.stream().map(Participant::node).collect(Collectors.toCollection(TreeSet::new));
        if (nodes.isEmpty() || nodes.size() < participants.size()) {
            throw new IllegalArgumentException("an aggregator needs nodes, each of them once: " + this.participants);
        }
        this.forecast = new Forecast(config, this.participants);
        this.admission = new Admission(config, nodes, initial);
        this.versions = new Versions(config, initial, nodes.size());
        this.steering = new Steering(config, nodes);
        this.fates = new Fates(topics.metrics(), versions);
        config.requireFits(nodes.size());
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        List<Inlet<?>> inlets = new ArrayList<>();
        inlets.add(new Inlet<>(topics.updates(), this::receive));
        training.ifPresent(forwarded -> inlets.add(forwarded.inlet()));
        return inlets;
    }

    @Override
    public void start(ActorContext context) {
        steer(context);
    }

    /** Timers cannot be called back: one that belongs to a buffer merged before its deadline finds another deadline. */
    @Override
    public void wake(String timer, ActorContext context) {
        if (steering.until() <= context.now()) {
            steering.timeIsUp(versions.newest(), context.now());
        }
        mergeIfDue(context);
        steer(context);
    }

    @Override
    public void finish(ActorContext context) {
        buffer.drain().forEach(update -> fates.discarded(update, Fate.UNFINISHED, Reason.END, context));
        training.ifPresent(forwarded -> context.publish(topics.metrics(), forwarded.ledger(context.now())));
    }

    @Override
    public long earliestSend(Horizon horizon) {
        if (config.strategy().content().isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!steering.isActive()) {
            return forecast.earliestFiring(buffer, horizon);
        }
        long asked = Math.min(forecast.firstArrival(horizon), steering.until());
        return steering.isDelaying() ? asked : Math.min(asked, forecast.earliestFiring(buffer, horizon));
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        versions.snapshot(out);
        admission.snapshot(out);
        buffer.snapshot(out);
        steering.snapshot(out);
        out.writeLong(patienceEnds);
        if (training.isPresent()) {
            training.get().snapshot(out);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        versions.restore(in);
        admission.restore(in);
        buffer.restore(in);
        steering.restore(in);
        patienceEnds = in.readLong();
        if (training.isPresent()) {
            training.get().restore(in);
        }
    }

    /** A final model is for the record only and is never delivered. */
    private void receive(Upload upload, ActorContext context) {
        if (upload instanceof ModelUpdate update) {
            Optional<Reason> refusal = admission.refusal(update, versions.newest(), context.now());
            if (refusal.filter(UNBELIEVABLE::contains).isEmpty()) {
                steering.heard(update);
            }
            if (refusal.isPresent()) {
                fates.discarded(update, Fate.REJECTED, refusal.get(), context);
            } else {
                accept(update, context);
            }
            mergeIfDue(context);
            steer(context);
        }
    }

    private void accept(ModelUpdate update, ActorContext context) {
        long deadline = config.trigger().deadlineFrom(context.now());
        if (buffer.isEmpty() && deadline != Buffer.NO_DEADLINE) {
            context.wakeAt(deadline, DEADLINE);
        }
        if (config.strategy().oneUpdatePerNode()) {
            buffer.replace(update, deadline)
                    .ifPresent(older -> fates.discarded(older, Fate.SUPERSEDED, Reason.NEWER, context));
        } else {
            buffer.add(update, deadline);
        }
    }

    private void mergeIfDue(ActorContext context) {
        if (isDue(context)) {
            rejectOverAge(context);
        }
        if (!isDue(context)) {
            steering.released();
        } else if (!steering.delaysMerge(versions.newest(), context.now())) {
            aggregate(context);
            steering.released();
        }
    }

    private boolean isDue(ActorContext context) {
        return config.trigger().isReachedBy(buffer.size()) || buffer.deadline() <= context.now();
    }

    /** Asks of nodes what is to be asked now, and comes back when patience ends. */
    private void steer(ActorContext context) {
        for (Request request : steering.requests(versions.newest(), context.now())) {
            context.send(topics.requests().orElseThrow(), id.name(), actorOf(request.node()), request);
        }
        if (steering.until() != patienceEnds) {
            patienceEnds = steering.until();
            if (patienceEnds != Long.MAX_VALUE) {
                context.wakeAt(patienceEnds, PATIENCE);
            }
        }
    }

    private ActorId actorOf(NodeId node) {
        return participants.stream()
                .filter(participant -> participant.node().equals(node))
                .map(Participant::actor)
                .findFirst()
                .orElseThrow();
    }

    private void rejectOverAge(ActorContext context) {
        buffer.removeIf(update -> admission
                        .lateness(update, versions.newest(), context.now())
                        .isPresent())
                .forEach(update -> fates.discarded(update, Fate.REJECTED, Reason.AGE, context));
    }

    private void aggregate(ActorContext context) {
        List<ModelUpdate> updates = buffer.drain();
        Optional<Versions.Next> next = versions.next(updates, context.now(), merged -> goneOn(merged, context));
        if (next.isEmpty()) {
            updates.forEach(update -> fates.discarded(update, Fate.REJECTED, Reason.OVERFLOW, context));
            return;
        }
        GlobalModel model = next.get().model();
        List<Double> coefficients = next.get().coefficients();
        for (int i = 0; i < updates.size(); i++) {
            OptionalDouble coefficient =
                    coefficients.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(coefficients.get(i));
            fates.aggregated(updates.get(i), coefficient, model.version(), context);
        }
        versions.adopt(next.get());
        List<ActorId> receivers = participants.stream().map(Participant::actor).toList();
        context.broadcast(topics.models(), id.name(), receivers, model);
    }

    /** The merged model, trained on what the nodes have forwarded if that is to be. */
    private Parameters goneOn(Parameters merged, ActorContext context) {
        return training.map(forwarded -> forwarded.trained(
                        merged, config.centralTraining().orElseThrow().steps(), context))
                .orElse(merged);
    }
}
