package dev.convoy.learning.online;

import dev.convoy.learning.ControlVariates;
import dev.convoy.learning.GradientTerm;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A node's side of SCAFFOLD (Karimireddy et al. 2020, "SCAFFOLD: Stochastic Controlled Averaging for Federated
 * Learning", algorithm 1, option II): steps y = y - rate (g - c_i + c), and after Q of them
 * c_i+ = c_i - c + (w - y) / (Q rate), which is the mean of their gradients. Here a newer c can come between two steps; the c taken away is then the mean of
 * those that the steps were corrected by, so that what is left is still the mean of the gradients.
 */
public final class Correction {
    private final double rate;
    private final double[] applied;
    private Parameters own;
    private Parameters all;
    private long steps;

    /**
     * All control variates begin at zero.
     *
     * @param learner whose every step is its gradient times one rate
     */
    public Correction(Learner learner) {
        this.rate = learner.descentRate()
                .orElseThrow(() -> new IllegalArgumentException(
                        "only steps of plain gradient descent can be corrected: " + learner.getClass()));
        this.own = Parameters.zeros(learner.parameters().size());
        this.all = own;
        this.applied = new double[own.size()];
    }

    /** What the next steps are corrected by. */
    public GradientTerm term() {
        return new ControlVariates(own, all);
    }

    /** So many steps have been taken with the term. */
    void stepped(long count) {
        for (int i = 0; i < applied.length; i++) {
            applied[i] += count * (double) all.get(i);
        }
        steps += count;
    }

    /** The control variate of all nodes from now on. */
    public void adopt(Parameters control) {
        all = control;
    }

    /** What has been learned since the last update is not in the node's parameters any more. */
    public void drop() {
        steps = 0;
        Arrays.fill(applied, 0);
    }

    /**
     * The node's control variate changes, and counting begins anew.
     *
     * @param progress what the steps since the last time have come to, y - w
     * @return its change, c_i+ - c_i; nothing without steps
     */
    public Parameters cut(Parameters progress) {
        float[] change = new float[applied.length];
        for (int i = 0; i < change.length && steps > 0; i++) {
            change[i] = (float) (-(applied[i] + progress.get(i) / rate) / steps);
        }
        Parameters changed = Parameters.of(change);
        own = own.plus(changed);
        drop();
        return changed;
    }

    /** The node's control variate, c_i. */
    public Parameters own() {
        return own;
    }

    public void writeTo(DataOutput out) throws IOException {
        own.writeTo(out);
        all.writeTo(out);
        out.writeLong(steps);
        for (double sum : applied) {
            out.writeDouble(sum);
        }
    }

    public void readFrom(DataInput in) throws IOException {
        own = Parameters.readFrom(in);
        all = Parameters.readFrom(in);
        steps = in.readLong();
        for (int i = 0; i < applied.length; i++) {
            applied[i] = in.readDouble();
        }
    }
}
