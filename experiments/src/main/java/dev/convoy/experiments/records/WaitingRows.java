package dev.convoy.experiments.records;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** The rows that wait for their outcome: a chain of them, newest first, for each node and vehicle. */
final class WaitingRows {
    private record Key(int node, int vehicle) {}

    private static final int NONE = -1;

    private final Map<Key, Integer> newest = new HashMap<>();
    private int[] previous = {};

    void add(int row, int node, int vehicle) {
        if (row >= previous.length) {
            previous = Arrays.copyOf(previous, row + 1 + row / 2);
        }
        Integer before = newest.put(new Key(node, vehicle), row);
        previous[row] = before == null ? NONE : before;
    }

    /** Those that meet the condition wait no longer; returns how many. */
    int take(int node, int vehicle, IntPredicate condition) {
        Key key = new Key(node, vehicle);
        int taken = 0;
        int next = NONE;
        int row = newest.getOrDefault(key, NONE);
        while (row != NONE) {
            int before = previous[row];
            if (condition.test(row)) {
                unlink(key, next, before);
                taken++;
            } else {
                next = row;
            }
            row = before;
        }
        return taken;
    }

    private void unlink(Key key, int next, int before) {
        if (next != NONE) {
            previous[next] = before;
        } else if (before != NONE) {
            newest.put(key, before);
        } else {
            newest.remove(key);
        }
    }
}
