package dev.convoy.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be learned from: rows with a label, in the order of the file.
 *
 * @param counts what was left out in reading
 */
public record LabelledTable(List<Column> columns, List<String> classes, List<Row> rows, Counts counts) {
    /** How many rows the file had, and how many of them were left out and why. */
    public record Counts(int read, int unlabelled, int duplicates) {}

    public LabelledTable {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    public int size() {
        return rows.size();
    }

    public int groups() {
        return (int) rows.stream().map(Row::group).distinct().count();
    }

    /**
     * At most so many rows of each group, drawn evenly over it, the last always among them: a trip's hundred rows have
     * one label, and teach little more than a few of them.
     */
    public LabelledTable thinned(int rowsPerGroup) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row));
        List<Row> kept = new ArrayList<>();
        for (List<Row> group : groups.values()) {
            int count = Math.min(rowsPerGroup, group.size());
            for (int i = 1; i <= count; i++) {
                kept.add(group.get((int) ((long) i * group.size() / count) - 1));
            }
        }
        return new LabelledTable(columns, classes, kept, counts);
    }
}
