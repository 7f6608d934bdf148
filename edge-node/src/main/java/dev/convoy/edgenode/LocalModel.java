package dev.convoy.edgenode;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.Adoption;
import dev.convoy.runtime.ActorContext;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The model a node predicts with, and all that changes it: training on what has become known, and global models. Before
 * any change, what has arrived is predicted with the model that was in use until then.
 */
final class LocalModel {
    private final Learner learner;
    private final Serving serving;
    private final Training training;
    private final Exchange exchange;
    private final EdgeNodeTopics topics;

    LocalModel(Learner learner, Serving serving, Training training, Exchange exchange, EdgeNodeTopics topics) {
        this.learner = learner;
        this.serving = serving;
        this.training = training;
        this.exchange = exchange;
        this.topics = topics;
    }

    /** Predicts what waits with the model in use, then scores and stores for training what has got its label. */
    void settle(ActorContext context) {
        serving.settle(learner, exchange.version(), training, context);
    }

    /** Learns from what has become known, if there is enough of it. */
    void train(ActorContext context) {
        if (serving.hasEndedLegs() || training.isDue()) {
            settle(context);
        }
        if (training.isDue()) {
            training.train(learner, exchange.base(), context.random("training"));
        }
    }

    /** Passes on what could be learned from. */
    void forward(ActorContext context) {
        for (ForwardedRows rows : training.takeForwarded(exchange.node(), context.now())) {
            context.send(
                    topics.centralData().orElseThrow(), exchange.node().toString(), topics.aggregator(), rows);
        }
    }

    /** A global model that is not newer than the one in use is left alone. */
    void adopt(GlobalModel model, ActorContext context) {
        if (!exchange.isNews(model)) {
            return;
        }
        settle(context);
        Parameters adopted = exchange.adopt(model, learner.parameters());
        learner.adopt(adopted);
        if (exchange.isAnchor(adopted)) {
            training.clearExamples();
        }
        context.publish(topics.metrics(), new Adoption(exchange.node(), context.now(), model.version()));
    }

    /** Whether it has learned anything that no update speaks for. */
    boolean hasLearned() {
        return training.examples() > 0;
    }

    /** Fixes what the next update says, to be sent at this instant. */
    void cut(long sendAtMs, ActorContext context) {
        settle(context);
        exchange.cut(learner.parameters(), training, serving.accuracy(), context.now(), sendAtMs);
        training.clearExamples();
    }

    void report(long timeMs, ActorContext context) {
        settle(context);
        context.publish(topics.metrics(), serving.report(timeMs, exchange.version()));
    }

    /** The run is over. */
    void finish(long endMs, ActorContext context) {
        serving.end(endMs);
        report(endMs, context);
        context.publish(topics.metrics(), serving.ledger(endMs, exchange.sent(), training.steps()));
        context.publish(
                topics.updates(), new FinalModel(exchange.node(), exchange.version(), learner.parameters()));
    }

    void writeTo(DataOutput out) throws IOException {
        Binary.writeBytes(learner.state(), out);
        serving.writeTo(out);
        training.writeTo(out);
    }

    void readFrom(DataInput in) throws IOException {
        learner.restore(Binary.readBytes(in));
        serving.readFrom(in);
        training.readFrom(in);
    }
}
