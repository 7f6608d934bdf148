package dev.convoy.experiments.records;

/** Sorts row numbers without boxing them; equal ones keep their order. */
final class IndexSort {
    /** Compares two rows by their numbers. */
    @FunctionalInterface
    interface Order {
        int compare(int left, int right);
    }

    private static final int SHORT = 16;

    private IndexSort() {}

    static void sort(int[] rows, Order order) {
        sort(rows, new int[rows.length], 0, rows.length, order);
    }

    private static void sort(int[] rows, int[] spare, int from, int to, Order order) {
        if (to - from <= SHORT) {
            insert(rows, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, spare, from, middle, order);
        sort(rows, spare, middle, to, order);
        if (order.compare(rows[middle - 1], rows[middle]) > 0) {
            merge(rows, spare, from, middle, to, order);
        }
    }

    private static void insert(int[] rows, int from, int to, Order order) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i;
            while (j > from && order.compare(rows[j - 1], row) > 0) {
                rows[j] = rows[j - 1];
                j--;
            }
            rows[j] = row;
        }
    }

    private static void merge(int[] rows, int[] spare, int from, int middle, int to, Order order) {
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int i = from; left < middle; i++) {
            if (right < to && order.compare(spare[left], rows[right]) > 0) {
                rows[i] = rows[right++];
            } else {
                rows[i] = spare[left++];
            }
        }
    }
}
