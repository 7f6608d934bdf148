package dev.convoy.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Divides rows so that all rows of a group are on the same side: rows of one trip are so alike that a model which has
 * seen some of them knows the others.
 */
final class GroupedSplit {
    private final List<String> groups;
    private final Map<String, Integer> order = new TreeMap<>();

    /** @param groups of each row */
    GroupedSplit(List<String> groups, RandomGenerator random) {
        this.groups = List.copyOf(groups);
        List<String> shuffled = Shuffle.of(new ArrayList<>(new LinkedHashSet<>(groups)), random);
        for (int i = 0; i < shuffled.size(); i++) {
            order.put(shuffled.get(i), i);
        }
    }

    int groups() {
        return order.size();
    }

    /** The fold, 0 to {@code folds - 1}, of each row; folds differ by at most one group. */
    int[] folds(int folds) {
        return groups.stream().mapToInt(group -> order.get(group) % folds).toArray();
    }

    /** How many groups this share of them is; at least one. */
    int groupsIn(double share) {
        return (int) Math.max(1, Math.round(share * order.size()));
    }

    /** The rows of this share of the groups. */
    List<Integer> part(double share) {
        return rows(groupsIn(share), true);
    }

    /** All others. */
    List<Integer> rest(double share) {
        return rows(groupsIn(share), false);
    }

    private List<Integer> rows(int most, boolean within) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < groups.size(); row++) {
            if (order.get(groups.get(row)) < most == within) {
                rows.add(row);
            }
        }
        return rows;
    }
}
