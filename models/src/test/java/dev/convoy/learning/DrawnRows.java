package dev.convoy.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Rows drawn from [-1, 1), and classes of them that a network can tell apart. */
public final class DrawnRows {
    private DrawnRows() {}

    public static List<float[]> rows(int count, int features, RandomGenerator random) {
        List<float[]> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            float[] values = new float[features];
            for (int i = 0; i < features; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            rows.add(values);
        }
        return rows;
    }

    /** Separable: two classes by the sign of a sum, more by the largest of the first features. */
    public static int[] labels(List<float[]> rows, int classes) {
        int[] labels = new int[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            float[] x = rows.get(row);
            if (classes == 2) {
                labels[row] = x[0] + x[1] - x[2] > 0 ? 1 : 0;
            } else {
                for (int label = 1; label < classes; label++) {
                    labels[row] = x[label] > x[labels[row]] ? label : labels[row];
                }
            }
        }
        return labels;
    }

    /** The same with one of ten drawn anew, so that no network comes to rest. */
    public static int[] noisyLabels(List<float[]> rows, int classes, RandomGenerator random) {
        int[] labels = labels(rows, classes);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextInt(10) == 0 ? random.nextInt(classes) : labels[row];
        }
        return labels;
    }
}
