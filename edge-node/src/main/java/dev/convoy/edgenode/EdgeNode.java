package dev.convoy.edgenode;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.Adoption;
import dev.convoy.runtime.Actor;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Horizon;
import dev.convoy.runtime.Inlet;
import dev.convoy.telemetry.Damaged;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.Workload;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One learning site: predicts every record it receives, scores and learns when labels arrive, sends what it has learned
 * or forwards what could be learned from, and adopts global models. While it is down, telemetry passes it by, and
 * outcomes and models wait.
 */
public final class EdgeNode implements Actor {
    private static final String TIMER = "schedule";

    private final ActorId id;
    private final NodeId node;
    private final Schedule schedule;
    private final EdgeNodeTopics topics;
    private final Learner learner;
    private final DriftWatch watch;
    private final Serving serving;
    private final Training training;
    private final DataUse use;
    private final Exchange exchange;
    private final Requested requested;
    private final Requests requests;
    private final Misconduct misconduct;
    private final Power power;
    private final Backlog backlog = new Backlog();
    private long handledMs;

    /** @param learner with the parameters everybody starts from */
    public EdgeNode(NodeId node, EdgeNodeSettings settings, Workload workload, Learner learner, EdgeNodeTopics topics) {
        this.id = new ActorId(node.toString());
        this.node = node;
        this.schedule = settings.schedule();
        this.topics = topics;
        this.learner = learner;
        this.use = settings.use();
        this.training =
                new Training(node, settings.training(), use, workload.classes().size());
        this.exchange = new Exchange(node, settings.content(), settings.sync(), settings.adopt(), learner);
        this.requested = settings.requested();
        this.requests = new Requests(requested);
        this.misconduct = new Misconduct(settings.faults());
        this.power = new Power(node, settings.faults().power(), topics.metrics(), schedule.durationMs());
        this.watch = new DriftWatch(node, settings.detector());
        this.serving = new Serving(
                node, workload, new PendingLegs(settings.pendingRows()), new Copies(settings.copies()), watch, topics);
    }

    @Override
    public ActorId id() {
        return id;
    }

    @Override
    public List<Inlet<?>> inlets() {
        List<Inlet<?>> inlets = new ArrayList<>();
        inlets.add(new Inlet<>(topics.telemetry(), this::onFleetMessage));
        inlets.add(new Inlet<>(topics.models(), this::onModel));
        topics.requests()
                .ifPresent(topic -> inlets.add(new Inlet<>(topic, (request, context) -> requests.take(request))));
        return inlets;
    }

    @Override
    public void start(ActorContext context) {
        wakeNext(context);
    }

    private void onFleetMessage(FleetMessage message, ActorContext context) {
        if (message instanceof Telemetry telemetry) {
            onTelemetry(telemetry, context);
        } else if (message instanceof Damaged damaged) {
            serving.damaged(damaged, isUp(context), context);
        } else if (message instanceof Outcome outcome) {
            onOutcome(outcome, context);
        }
    }

    private void onTelemetry(Telemetry telemetry, ActorContext context) {
        serving.arrived(telemetry, isUp(context), context.now());
        if (serving.isFull()) {
            settle(context);
        }
    }

    private void onOutcome(Outcome outcome, ActorContext context) {
        if (isReady(context)) {
            serving.known(outcome, context.now());
        } else {
            backlog.add(outcome);
        }
    }

    private void onModel(GlobalModel model, ActorContext context) {
        if (!isReady(context)) {
            backlog.add(model);
        } else if (power.fails(NodePhase.RECEIVING, context)) {
            exchange.abandon();
        } else {
            adopt(model, context);
        }
    }

    private boolean isUp(ActorContext context) {
        return schedule.isUp(context.now()) && power.isOn(context.now());
    }

    /** Up, and with nothing left that came while it was down; there is a timer whenever that ends. */
    private boolean isReady(ActorContext context) {
        return isUp(context) && backlog.isEmpty();
    }

    /** What waited while the node was down comes before anything later. */
    private void catchUp(ActorContext context) {
        if (!backlog.isEmpty() && isUp(context)) {
            backlog.drain(model -> adopt(model, context), outcome -> serving.known(outcome, context.now()));
        }
    }

    private void adopt(GlobalModel model, ActorContext context) {
        if (!exchange.isNews(model)) {
            return;
        }
        settle(context);
        Parameters adopted = exchange.adopt(model, learner.parameters());
        learner.adopt(adopted);
        if (exchange.isAnchor(adopted)) {
            training.clearExamples();
        }
        context.publish(topics.metrics(), new Adoption(node, context.now(), model.version()));
    }

    /** Predicts what waits with the model in use, then scores and stores for training what has got its label. */
    private void settle(ActorContext context) {
        serving.settle(learner, exchange.version(), training, context);
    }

    @Override
    public void wake(String timer, ActorContext context) {
        if (timer.equals(Power.TIMER)) {
            powerChanges(context);
        } else {
            followSchedule(context);
        }
    }

    /** A node that is down has no power to lose. */
    private void powerChanges(ActorContext context) {
        if (power.failsComputing(context.now()) && exchange.isComputing() && isUp(context)) {
            power.loseComputing(context);
            exchange.abandon();
        } else {
            catchUp(context);
        }
    }

    /** One timer does for everything, so that what falls on one instant happens in this order. */
    private void followSchedule(ActorContext context) {
        long now = context.now();
        boolean decision = schedule.decisions().contains(now);
        catchUp(context);
        sendIfDue(context);
        if (isUp(context) && !(decision && isIdle() && power.failsWaiting(context))) {
            if (decision) {
                train(context);
                forward(context);
            }
            if (schedule.exchanges().contains(now)
                    && exchange.isDue(now, watch.isAlarmed())
                    && requests.allow(now, exchange.version())) {
                cut(schedule.sentAt(now), context);
            }
            if (decision && requests.wantOneNow()) {
                sendWhatThereIs(context);
            }
            sendIfDue(context);
        }
        if (schedule.reports().contains(now)) {
            report(now, context);
        }
        handledMs = now;
        wakeNext(context);
    }

    private boolean isIdle() {
        return !exchange.isAlone() && !exchange.isComputing();
    }

    private void train(ActorContext context) {
        if (serving.hasEndedLegs() || training.isDue()) {
            settle(context);
        }
        if (training.isDue()) {
            training.train(learner, exchange.base(), context.random("training"));
        }
    }

    private void forward(ActorContext context) {
        for (ForwardedRows rows : training.takeForwarded(node, context.now())) {
            context.send(topics.centralData().orElseThrow(), node.toString(), topics.aggregator(), rows);
        }
    }

    private void cut(long sendAtMs, ActorContext context) {
        if (training.examples() == 0) {
            return;
        }
        if (misconduct.missesRound(context)) {
            exchange.miss(context.now());
            watch.answered();
            return;
        }
        settle(context);
        exchange.cut(learner.parameters(), training, serving.accuracy(), context.now(), sendAtMs);
        power.startComputing(sendAtMs, context);
        training.clearExamples();
        watch.answered();
        requests.answered();
    }

    /** What is being computed, whatever is left to compute; else something new. */
    private void sendWhatThereIs(ActorContext context) {
        if (exchange.isComputing()) {
            exchange.hurry(context.now());
            requests.answered();
        } else if (!exchange.isAlone()) {
            cut(context.now(), context);
        }
    }

    private void sendIfDue(ActorContext context) {
        if (isUp(context)) {
            exchange.takeDue(context.now())
                    .map(update -> misconduct.sent(update, context))
                    .ifPresent(update -> send(update, context));
        }
    }

    /** An update that takes the power with it is on record, but on its way to nobody. */
    private void send(ModelUpdate update, ActorContext context) {
        if (power.fails(NodePhase.SENDING, context)) {
            context.publish(topics.updates(), update);
        } else {
            context.send(topics.updates(), node.toString(), topics.aggregator(), update);
        }
    }

    private void report(long timeMs, ActorContext context) {
        settle(context);
        context.publish(topics.metrics(), serving.report(timeMs, exchange.version()));
    }

    private void wakeNext(ActorContext context) {
        long next = Math.min(schedule.nextAfter(context.now()), exchange.sendAtMs());
        if (next < schedule.durationMs()) {
            context.wakeAt(next, TIMER);
        }
    }

    @Override
    public void finish(ActorContext context) {
        long end = schedule.durationMs();
        serving.end(end);
        report(end, context);
        context.publish(topics.metrics(), serving.ledger(end, exchange.sent(), training.steps()));
        context.publish(topics.updates(), new FinalModel(node, exchange.version(), learner.parameters()));
    }

    @Override
    public long earliestSend(Horizon horizon) {
        long from = Math.max(power.backMs(), Math.max(horizon.nextEvent(), handledMs + 1));
        boolean sendsAtDecisions = use.forwards() || (requested.betweenInstants() && !exchange.isAlone());
        long decision = sendsAtDecisions ? schedule.earliestDecision(from) : Long.MAX_VALUE;
        return Math.min(decision, earliestOwnUpdate(from));
    }

    private long earliestOwnUpdate(long from) {
        if (exchange.isAlone()) {
            return Long.MAX_VALUE;
        }
        if (exchange.isComputing()) {
            return schedule.withinRun(exchange.sendAtMs());
        }
        return schedule.earliestSend(Math.max(from, exchange.notCutBeforeMs()), training.examples() > 0);
    }

    @Override
    public void snapshot(DataOutput out) throws IOException {
        out.writeLong(handledMs);
        Binary.writeBytes(learner.state(), out);
        serving.writeTo(out);
        training.writeTo(out);
        exchange.writeTo(out);
        requests.writeTo(out);
        misconduct.writeTo(out);
        power.writeTo(out);
        backlog.writeTo(out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        handledMs = in.readLong();
        learner.restore(Binary.readBytes(in));
        serving.readFrom(in);
        training.readFrom(in);
        exchange.readFrom(in);
        requests.readFrom(in);
        misconduct.readFrom(in);
        power.readFrom(in);
        backlog.readFrom(in);
    }
}
