package dev.convoy.aggregator;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** What a server optimiser remembers: some numbers for each parameter, one parameter after the other. */
public final class Moments {
    private final double[] values;

    private Moments(double[] values) {
        this.values = values;
    }

    /** Before the first version. */
    static Moments initial(ServerOptimiser optimiser, int parameters) {
        List<Double> memory = optimiser.memory();
        double[] values = new double[parameters * memory.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = memory.get(i % memory.size());
        }
        return new Moments(values);
    }

    double get(int index) {
        return values[index];
    }

    /** Replaces the number, and returns it. */
    double set(int index, double value) {
        values[index] = value;
        return value;
    }

    Moments copy() {
        return new Moments(values.clone());
    }

    boolean isFinite() {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    void snapshot(DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static Moments restore(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return new Moments(values);
    }
}
