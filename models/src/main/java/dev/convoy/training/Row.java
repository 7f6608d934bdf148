package dev.convoy.training;

import java.util.Arrays;

/** A labelled row: a number for each column, a category by its place in the column's list; NaN where it is missing. */
public final class Row {
    private final String group;
    private final int label;
    private final double[] cells;

    /** Takes the array over. */
    Row(String group, int label, double[] cells) {
        this.group = group;
        this.label = label;
        this.cells = cells;
    }

    /** Rows of one group stay together. */
    String group() {
        return group;
    }

    int label() {
        return label;
    }

    double cell(int column) {
        return cells[column];
    }

    /** A copy of the cells. */
    double[] cells() {
        return cells.clone();
    }

    Row with(double[] others) {
        return new Row(group, label, others.clone());
    }

    @Override
    public String toString() {
        return group + " " + label + " " + Arrays.toString(cells);
    }
}
