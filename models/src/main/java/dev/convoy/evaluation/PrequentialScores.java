package dev.convoy.evaluation;

import dev.convoy.metric.Scores;
import dev.convoy.telemetry.Decimals;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/**
 * The scores of a stream of labelled predictions over sliding windows (Gama, Sebastiao, Rodrigues 2013). It is fed in
 * the order in which labels become known; equal feeds give equal scores to the last bit.
 */
public final class PrequentialScores {
    /** The window of one edge node, in decisions. */
    public static final int NODE_DECISIONS = 200;
    /** The window of the whole fleet, in decisions. */
    public static final int FLEET_DECISIONS = 800;
    /** The window of the telemetry accuracy, in rows. */
    public static final int ROWS = 2000;

    private static final int DECIMALS = 6;

    private final DecisionWindow window;
    private final RowWindow rows;
    private long decisions;

    /**
     * @param decisionWindow how many of the last decisions are scored
     * @param rowWindow how many of the last rows are
     */
    public PrequentialScores(int classes, int decisionWindow, int rowWindow) {
        window = new DecisionWindow(classes, decisionWindow);
        rows = new RowWindow(rowWindow);
    }

    /** The label of a decision became known. */
    public void decided(ScoredDecision decision) {
        window.add(decision);
        decisions++;
    }

    /** The label of a row became known, whether it was a decision or not. */
    public void labelled(boolean correct) {
        rows.add(correct);
    }

    /** The first of the scores alone. */
    public OptionalDouble accuracy() {
        return rounded(window.confusion().accuracy());
    }

    public Scores scores() {
        ConfusionMatrix confusion = window.confusion();
        return new Scores(
                decisions,
                rounded(confusion.accuracy()),
                rounded(confusion.balancedAccuracy()),
                rounded(confusion.kappa()),
                rounded(window.logLoss()),
                rounded(window.contested()),
                rounded(rows.accuracy()),
                rounded(window.majority()),
                rounded(window.noChange()),
                rounded(window.lastOfVehicle()),
                rounded(window.rule()));
    }

    private static OptionalDouble rounded(OptionalDouble value) {
        return value.isEmpty() ? value : OptionalDouble.of(Decimals.round(value.getAsDouble(), DECIMALS));
    }

    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(decisions);
        window.writeTo(out);
        rows.writeTo(out);
    }

    /** Continues from what {@link #writeTo} wrote; only before the first example. */
    public void readFrom(DataInput in) throws IOException {
        decisions = in.readLong();
        window.readFrom(in);
        rows.readFrom(in);
    }
}
