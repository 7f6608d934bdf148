package dev.convoy.learning.online;

import dev.convoy.learning.FloatArrays;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The last labelled rows of a stream, from which training batches are drawn. */
final class TrainingBuffer {
    private final float[][] rows;
    private final int[] labels;
    private int size;
    private int next;

    TrainingBuffer(int capacity) {
        rows = new float[capacity][];
        labels = new int[capacity];
    }

    /** In the place of the oldest row if it is full. */
    void add(float[] row, int label) {
        rows[next] = row;
        labels[next] = label;
        next = (next + 1) % rows.length;
        size = Math.min(size + 1, rows.length);
    }

    int size() {
        return size;
    }

    /** The last so many rows, or all where there are fewer, the oldest first. */
    Batch newest(int most) {
        int count = Math.min(most, size);
        List<float[]> newest = new ArrayList<>(count);
        int[] newestLabels = new int[count];
        for (int i = 0; i < count; i++) {
            int index = Math.floorMod(next - count + i, rows.length);
            newest.add(rows[index]);
            newestLabels[i] = labels[index];
        }
        return new Batch(newest, newestLabels);
    }

    /** So many rows, each drawn from all of them: one row can be in a batch twice. */
    Batch draw(int count, RandomGenerator random) {
        List<float[]> drawn = new ArrayList<>(count);
        int[] drawnLabels = new int[count];
        for (int i = 0; i < count; i++) {
            int index = random.nextInt(size);
            drawn.add(rows[index]);
            drawnLabels[i] = labels[index];
        }
        return new Batch(drawn, drawnLabels);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeInt(next);
        for (int i = 0; i < size; i++) {
            FloatArrays.write(rows[i], out);
            out.writeInt(labels[i]);
        }
    }

    void readFrom(DataInput in) throws IOException {
        size = in.readInt();
        next = in.readInt();
        for (int i = 0; i < size; i++) {
            rows[i] = FloatArrays.read(in);
            labels[i] = in.readInt();
        }
    }

    /** What training sees at a time. */
    static final class Batch {
        private final List<float[]> rows;
        private final int[] labels;

        private Batch(List<float[]> rows, int[] labels) {
            this.rows = rows;
            this.labels = labels;
        }

        List<float[]> rows() {
            return rows;
        }

        int[] labels() {
            return labels;
        }
    }
}
