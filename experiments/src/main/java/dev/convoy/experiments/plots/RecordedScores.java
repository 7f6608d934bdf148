package dev.convoy.experiments.plots;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The tables of scores over a whole run; a run that has none of them, as of an earlier version, has no rows. */
public final class RecordedScores {
    private final List<Table.Row> slices;
    private final List<Table.Row> classes;
    private final List<Table.Row> confusion;
    private final List<Table.Row> costs;

    private RecordedScores(Path directory) {
        slices = rows(
                directory,
                "slices.csv",
                "slice",
                "value",
                "node",
                "decisions",
                "accuracy",
                "balanced_accuracy",
                "kappa",
                "temporal_kappa",
                "kappa_m",
                "log_loss",
                "fading_accuracy",
                "cost_per_1000",
                "majority",
                "no_change",
                "last_of_vehicle",
                "rule");
        classes = rows(directory, "classes.csv", "node", "class", "precision", "recall", "f1", "support");
        confusion = rows(directory, "confusion.csv", "node", "label", "predicted", "count");
        costs = rows(directory, "costs.csv", "node", "predictor", "decisions", "missed", "needless", "cost_per_1000");
    }

    /** @throws UnreadableRunException if a file that is there is malformed */
    public static RecordedScores read(Path directory) {
        return new RecordedScores(directory);
    }

    private static List<Table.Row> rows(Path directory, String name, String... columns) {
        Path file = directory.resolve(name);
        return Files.exists(file) ? Table.read(file, columns).rows() : List.of();
    }

    /** Of a node, or of the fleet. */
    public List<Table.Row> slices(String node) {
        return of(node, slices);
    }

    /** The scores of all decisions of a node, or of the fleet. */
    public Optional<Table.Row> all(String node) {
        return slices(node).stream()
                .filter(row -> row.text("slice").equals("all"))
                .findFirst();
    }

    /** What a slice is, in words. */
    public static String words(Table.Row slice) {
        return SliceLine.words(slice);
    }

    public List<Table.Row> classes(String node) {
        return of(node, classes);
    }

    public List<Table.Row> confusion(String node) {
        return of(node, confusion);
    }

    /** Empty where there is no cost to a wrong decision. */
    public List<Table.Row> costs(String node) {
        return of(node, costs);
    }

    private static List<Table.Row> of(String node, List<Table.Row> rows) {
        return rows.stream().filter(row -> row.text("node").equals(node)).toList();
    }
}
