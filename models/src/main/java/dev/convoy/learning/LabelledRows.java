package dev.convoy.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of scaled features with the class of each; immutable, if nobody writes into the rows it hands out. */
public final class LabelledRows {
    private final List<float[]> rows;
    private final int[] labels;
    private final int classes;

    /** Copies the labels. */
    public LabelledRows(List<float[]> rows, int[] labels, int classes) {
        if (rows.size() != labels.length) {
            throw new IllegalArgumentException(
                    "every row needs a label: " + rows.size() + " rows, " + labels.length + " labels");
        }
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("classes are 0 to " + (classes - 1) + ": " + label);
            }
        }
        this.rows = List.copyOf(rows);
        this.labels = labels.clone();
        this.classes = classes;
    }

    public int size() {
        return labels.length;
    }

    public int classes() {
        return classes;
    }

    /** Width of a row; 0 where there is none. */
    public int features() {
        return rows.isEmpty() ? 0 : rows.get(0).length;
    }

    public List<float[]> rows() {
        return rows;
    }

    public int label(int row) {
        return labels[row];
    }

    /** A copy. */
    public int[] labels() {
        return labels.clone();
    }

    /** The rows of these numbers, in this order. */
    public LabelledRows select(List<Integer> numbers) {
        return new LabelledRows(
                numbers.stream().map(rows::get).toList(),
                numbers.stream().mapToInt(number -> labels[number]).toArray(),
                classes);
    }

    /** The same rows with these features only, in this order. */
    public LabelledRows withFeatures(List<Integer> features) {
        return new LabelledRows(narrow(rows, features), labels, classes);
    }

    /** These features of each row, in this order. */
    public static List<float[]> narrow(List<float[]> rows, List<Integer> features) {
        List<float[]> narrow = new ArrayList<>(rows.size());
        for (float[] row : rows) {
            float[] kept = new float[features.size()];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = row[features.get(i)];
            }
            narrow.add(kept);
        }
        return narrow;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelledRows that
                && classes == that.classes
                && Arrays.equals(labels, that.labels)
                && Arrays.deepEquals(rows.toArray(), that.rows.toArray());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(labels) + Arrays.deepHashCode(rows.toArray());
    }

    @Override
    public String toString() {
        return "LabelledRows[" + labels.length + " of " + features() + " features, " + classes + " classes]";
    }
}
