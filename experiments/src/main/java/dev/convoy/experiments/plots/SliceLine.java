package dev.convoy.experiments.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A line of the figure of slices: a heading without a score, or a slice.
 *
 * @param words what the reader sees
 * @param score the row of {@code slices.csv}; empty for a heading
 */
record SliceLine(String words, List<Table.Row> score) {
    /** Shares of fewer decisions tell nothing. */
    static final int FEWEST = 10;

    /** More lines below one heading than these nobody reads. */
    static final int MOST_OF_KIND = 16;

    private static final double Z = 1.959964;

    /** The lines of the fleet: the run as a whole and its times, then by node, then by model. */
    static List<SliceLine> of(RecordedScores scores) {
        List<SliceLine> lines = new ArrayList<>();
        List<Table.Row> rows = scores.slices(RecordedRun.FLEET).stream()
                .filter(row -> row.needed("decisions") >= FEWEST)
                .toList();
        group(lines, "", rows, List.of("all", "contested"));
        group(lines, "over run time", rows, List.of("first", "after", "before-drift", "after-drift"));
        group(lines, "by the node that decided", rows, List.of("node"));
        group(lines, "by vehicle model", rows, List.of("model"));
        return lines;
    }

    private static void group(List<SliceLine> lines, String heading, List<Table.Row> rows, List<String> kinds) {
        List<Table.Row> ofGroup = rows.stream()
                .filter(row -> kinds.contains(row.text("slice")))
                .limit(MOST_OF_KIND)
                .toList();
        if (!ofGroup.isEmpty() && !heading.isEmpty()) {
            lines.add(new SliceLine(heading, List.of()));
        }
        ofGroup.forEach(row -> lines.add(new SliceLine(words(row), List.of(row))));
    }

    /** A row of {@code slices.csv} in words. */
    static String words(Table.Row row) {
        String value = row.text("value").replace(".00 h", " h");
        return switch (row.text("slice")) {
            case "all" -> "all decisions";
            case "contested" -> value.equals("yes") ? "contested" : "not contested";
            case "before-drift" -> "6 h before " + value;
            case "after-drift" -> "6 h after " + value;
            case "node", "model" -> value;
            default -> row.text("slice") + " " + value;
        };
    }

    boolean heading() {
        return score.isEmpty();
    }

    double decisions() {
        return score.get(0).needed("decisions");
    }

    OptionalDouble value(String column) {
        return heading() ? OptionalDouble.empty() : score.get(0).number(column);
    }

    /** The interval that has the true accuracy in it in 19 of 20 cases (Wilson 1927), were the decisions independent. */
    ShareRange interval() {
        double n = decisions();
        double p = score.get(0).needed("accuracy");
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return new ShareRange(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
