package dev.convoy.aggregator;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.online.OnlineTraining;
import dev.convoy.learning.online.TrainingPlan;
import dev.convoy.metric.AggregatorLedger;
import dev.convoy.runtime.ActorContext;
import dev.convoy.runtime.Inlet;
import dev.convoy.runtime.Topic;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An aggregator's own learning from the rows that nodes forward; the optimiser's state goes on from version to version. */
public final class ForwardedTraining {
    private static final String STREAM = "training";

    private final Topic<ForwardedRows> topic;
    private final Learner learner;
    private final OnlineTraining online;
    private long rows;
    private long outcomes;

    /** @param learner with the parameters everybody starts from */
    public ForwardedTraining(Topic<ForwardedRows> topic, Learner learner, TrainingPlan plan) {
        this.topic = topic;
        this.learner = learner;
        this.online = new OnlineTraining(plan);
    }

    Inlet<ForwardedRows> inlet() {
        return new Inlet<>(topic, (message, context) -> take(message));
    }

    private void take(ForwardedRows message) {
        LabelledRows labelled = message.rows();
        for (int i = 0; i < labelled.size(); i++) {
            online.add(labelled.rows().get(i), labelled.label(i));
        }
        online.known(message.outcomes());
        rows += labelled.size();
        outcomes += message.outcomes();
    }

    /** Whether there is anything new to train on, and enough for a batch. */
    boolean isDue() {
        return online.isDue();
    }

    Parameters parameters() {
        return learner.parameters();
    }

    /** Takes the steps that the outcomes forwarded since the last time have earned. */
    void train(ActorContext context) {
        online.train(learner, learner.parameters(), context.random(STREAM));
    }

    /** What becomes of a merged model in so many steps; it stays what it is while there are no rows for a batch. */
    Parameters trained(Parameters merged, int steps, ActorContext context) {
        if (steps == 0 || !online.hasBatch()) {
            return merged;
        }
        learner.adopt(merged);
        online.take(steps, learner, merged, context.random(STREAM));
        return learner.parameters();
    }

    AggregatorLedger ledger(long timeMs) {
        return new AggregatorLedger(timeMs, rows, outcomes, online.steps());
    }

    void snapshot(DataOutput out) throws IOException {
        byte[] state = learner.state();
        out.writeInt(state.length);
        out.write(state);
        online.writeTo(out);
        out.writeLong(rows);
        out.writeLong(outcomes);
    }

    void restore(DataInput in) throws IOException {
        byte[] state = new byte[in.readInt()];
        in.readFully(state);
        learner.restore(state);
        online.readFrom(in);
        rows = in.readLong();
        outcomes = in.readLong();
    }
}
