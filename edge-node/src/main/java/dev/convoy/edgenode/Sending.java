package dev.convoy.edgenode;

import dev.convoy.exchange.Request;
import dev.convoy.runtime.ActorContext;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** When a node cuts its updates and sends them: of its own accord or asked to, and as its faults allow. */
final class Sending {
    private final Schedule schedule;
    private final LocalModel model;
    private final Exchange exchange;
    private final DriftWatch watch;
    private final EdgeNodeTopics topics;
    private final Requested requested;
    private final Requests requests;
    private final Misconduct misconduct;

    Sending(
            EdgeNodeSettings settings, LocalModel model, Exchange exchange, DriftWatch watch, EdgeNodeTopics topics) {
        this.schedule = settings.schedule();
        this.model = model;
        this.exchange = exchange;
        this.watch = watch;
        this.topics = topics;
        this.requested = settings.requested();
        this.requests = new Requests(requested);
        this.misconduct = new Misconduct(settings.faults());
    }

    /** The aggregator has asked for something. */
    void asked(Request request) {
        requests.take(request);
    }

    /** Cuts an update if the node's policy wants one now. */
    void cutIfDue(ActorContext context) {
        long now = context.now();
        if (schedule.exchanges().contains(now)
                && exchange.isDue(now, watch.isAlarmed())
                && requests.allow(now, exchange.version())) {
            cut(schedule.sentAt(now), context);
        }
    }

    /** At a decision point, if the aggregator has asked: sends what is being computed, or else something new. */
    void answer(ActorContext context) {
        if (!schedule.decisions().contains(context.now()) || !requests.wantOneNow()) {
            return;
        }
        if (exchange.isComputing()) {
            exchange.hurry(context.now());
            requests.answered();
        } else if (!exchange.isAlone()) {
            cut(context.now(), context);
        }
    }

    private void cut(long sendAtMs, ActorContext context) {
        if (!model.hasLearned()) {
            return;
        }
        if (misconduct.missesRound(context)) {
            exchange.miss(context.now());
            watch.answered();
            return;
        }
        model.cut(sendAtMs, context);
        watch.answered();
        requests.answered();
    }

    /** Sends the update that is computed by now, if there is one. */
    void sendIfDue(ActorContext context) {
        exchange.takeDue(context.now())
                .map(update -> misconduct.sent(update, context))
                .ifPresent(update ->
                        context.send(topics.updates(), exchange.node().toString(), topics.aggregator(), update));
    }

    /** Run time at which what is being computed is sent; {@link Long#MAX_VALUE} if nothing is. */
    long sendAtMs() {
        return exchange.sendAtMs();
    }

    /** Nothing that is not sent yet is sent before this instant, if nothing happens before {@code from}. */
    long earliest(long from) {
        if (exchange.isAlone()) {
            return Long.MAX_VALUE;
        }
        long asked = requested.betweenInstants() ? schedule.earliestDecision(from) : Long.MAX_VALUE;
        return Math.min(asked, earliestOwn(from));
    }

    private long earliestOwn(long from) {
        if (exchange.isComputing()) {
            return schedule.withinRun(exchange.sendAtMs());
        }
        return schedule.earliestSend(Math.max(from, exchange.notCutBeforeMs()), model.hasLearned());
    }

    void writeTo(DataOutput out) throws IOException {
        exchange.writeTo(out);
        requests.writeTo(out);
        misconduct.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        exchange.readFrom(in);
        requests.readFrom(in);
        misconduct.readFrom(in);
    }
}
