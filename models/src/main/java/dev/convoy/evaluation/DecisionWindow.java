package dev.convoy.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.OptionalDouble;

/**
 * The last labelled decisions and what can be said of them. All counts are whole numbers; the log loss is summed anew
 * in the window's order each time it is asked for, so that it depends on the window alone and not on what left it.
 */
final class DecisionWindow {
    private final int capacity;
    private final ArrayDeque<ScoredDecision> decisions = new ArrayDeque<>();
    private final ConfusionMatrix confusion;
    private final Share contested = new Share();
    private final Share majority = new Share();
    private final Share noChange = new Share();
    private final Share lastOfVehicle = new Share();
    private final Share rule = new Share();

    DecisionWindow(int classes, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a window holds at least one decision: " + capacity);
        }
        this.capacity = capacity;
        this.confusion = new ConfusionMatrix(classes);
    }

    void add(ScoredDecision decision) {
        count(decision, 1);
        decisions.addLast(decision);
        if (decisions.size() > capacity) {
            count(decisions.removeFirst(), -1);
        }
    }

    private void count(ScoredDecision decision, int sign) {
        int label = decision.label();
        confusion.count(decision.predicted(), label, sign);
        if (decision.contested()) {
            contested.count(decision.correct(), sign);
        }
        majority.count(decision.baselines().majority(), label, sign);
        noChange.count(decision.baselines().noChange(), label, sign);
        lastOfVehicle.count(decision.baselines().lastOfVehicle(), label, sign);
        rule.count(decision.baselines().rule(), label, sign);
    }

    ConfusionMatrix confusion() {
        return confusion;
    }

    OptionalDouble logLoss() {
        LogLoss loss = new LogLoss();
        decisions.forEach(decision -> loss.add(decision.probability()));
        return loss.value();
    }

    OptionalDouble contested() {
        return contested.value();
    }

    OptionalDouble majority() {
        return majority.value();
    }

    OptionalDouble noChange() {
        return noChange.value();
    }

    OptionalDouble lastOfVehicle() {
        return lastOfVehicle.value();
    }

    OptionalDouble rule() {
        return rule.value();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(decisions.size());
        for (ScoredDecision decision : decisions) {
            decision.writeTo(out);
        }
    }

    /** Fills an empty window. */
    void readFrom(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            add(ScoredDecision.readFrom(in));
        }
    }
}
