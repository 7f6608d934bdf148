package dev.convoy.edgenode;

import dev.convoy.edgenode.SyncState.Trend;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/** The losses of a node's last decisions, in two windows: the newest and those before. */
final class RecentLosses {
    private final int window;
    private final double tolerance;
    /** A ring. */
    private final double[] losses;

    private long count;

    /** @param tolerance up to which difference of their means two windows count as the same */
    RecentLosses(int window, double tolerance) {
        this.window = window;
        this.tolerance = tolerance;
        this.losses = new double[2 * window];
    }

    void add(double loss) {
        losses[(int) (count % losses.length)] = loss;
        count++;
    }

    /** The mean of the newest window, once it is full. */
    OptionalDouble mean() {
        return count < window ? OptionalDouble.empty() : OptionalDouble.of(mean(count - window));
    }

    /** Of the newest window against the one before; flat until both are full. */
    Trend trend() {
        if (count < losses.length) {
            return Trend.FLAT;
        }
        double change = mean(count - window) - mean(count - losses.length);
        if (Math.abs(change) <= tolerance) {
            return Trend.FLAT;
        }
        return change < 0 ? Trend.DOWN : Trend.UP;
    }

    private double mean(long first) {
        double sum = 0;
        for (long i = first; i < first + window; i++) {
            sum += losses[(int) (i % losses.length)];
        }
        return sum / window;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(count);
        for (double loss : losses) {
            out.writeDouble(loss);
        }
    }

    void readFrom(DataInput in) throws IOException {
        count = in.readLong();
        for (int i = 0; i < losses.length; i++) {
            losses[i] = in.readDouble();
        }
    }
}
