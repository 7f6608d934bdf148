package dev.convoy.experiments.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The last line of each node in {@code accuracy.csv} as a small table for the terminal, and what the errors cost. */
final class Headline {
    private static final List<String> SHOWN =
            List.of("accuracy", "contested_accuracy", "majority", "no_change", "last_of_vehicle", "rule");

    private Headline() {}

    static List<String> of(Path directory) throws IOException {
        List<String> rows = Files.readAllLines(directory.resolve("accuracy.csv"), StandardCharsets.UTF_8);
        List<String> columns = List.of(rows.get(0).split(",", -1));
        String end = cell(rows.get(rows.size() - 1), columns, "time_s");
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-8s %9s %9s %10s %9s %10s %10s %6s",
                "",
                "decisions",
                "accuracy",
                "contested",
                "majority",
                "no-change",
                "of vehicle",
                "rule"));
        for (String row : rows.subList(1, rows.size())) {
            if (cell(row, columns, "time_s").equals(end)) {
                StringBuilder line = new StringBuilder(String.format(
                        Locale.ROOT, "%-8s %9s", cell(row, columns, "node"), cell(row, columns, "decisions")));
                int[] widths = {9, 10, 9, 10, 10, 6};
                for (int i = 0; i < widths.length; i++) {
                    line.append(' ').append(percent(cell(row, columns, SHOWN.get(i)), widths[i]));
                }
                lines.add(line.toString());
            }
        }
        lines.addAll(cost(directory));
        return lines;
    }

    /** One line, or none where a wrong decision has no cost. */
    private static List<String> cost(Path directory) throws IOException {
        List<String> rows = Files.readAllLines(directory.resolve("costs.csv"), StandardCharsets.UTF_8);
        List<String> columns = List.of(rows.get(0).split(",", -1));
        List<String> costs = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String minutes = cell(row, columns, "cost_per_1000");
            if (cell(row, columns, "node").equals("fleet") && !minutes.isEmpty()) {
                String predictor = cell(row, columns, "predictor").replace('_', ' ');
                costs.add(String.format(Locale.ROOT, "%s %,.0f", predictor, Double.parseDouble(minutes)));
            }
        }
        return costs.isEmpty() ? List.of() : List.of("minutes lost in 1,000 decisions: " + String.join(", ", costs));
    }

    private static String percent(String value, int width) {
        String text = value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f %%", Double.parseDouble(value) * 100);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String cell(String row, List<String> columns, String column) {
        return row.split(",", -1)[columns.indexOf(column)];
    }
}
