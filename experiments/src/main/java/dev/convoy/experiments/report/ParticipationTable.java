package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose updates were aggregated, and whose were not: {@code participation.csv}. */
final class ParticipationTable {
    private static final String ALL = "all";

    private final List<Table.Row> recorded;

    private ParticipationTable(List<Table.Row> recorded) {
        this.recorded = recorded;
    }

    /** Without rows where the run has no such file, as those of an earlier version. */
    static ParticipationTable read(Path directory) {
        Path file = directory.resolve("participation.csv");
        return new ParticipationTable(
                Files.exists(file)
                        ? Table.read(
                                        file,
                                        "node",
                                        "sent",
                                        "aggregated",
                                        "rejected",
                                        "superseded",
                                        "lost",
                                        "share",
                                        "bias",
                                        "bytes",
                                        "mean_staleness")
                                .rows()
                        : List.of());
    }

    void write(Html html) {
        leastHeard().ifPresent(row -> html.paragraph(sentence(row)));
        if (recorded.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Table.Row row : recorded) {
            rows.add(List.of(
                    row.text("node"),
                    Figures.count(row.needed("sent")),
                    Figures.count(row.needed("aggregated")),
                    Figures.count(row.needed("rejected")),
                    Figures.count(row.needed("superseded")),
                    Figures.count(row.needed("lost")),
                    percent(row, "share"),
                    points(row),
                    Figures.bytes(row.needed("bytes")),
                    Figures.decimals(row.number("mean_staleness"), 2)));
        }
        html.table(
                "Participation: whose updates are heard",
                List.of(
                        "node",
                        "sent",
                        "aggregated",
                        "rejected",
                        "superseded",
                        "lost",
                        "share aggregated",
                        "bias in points",
                        "bytes",
                        "mean staleness"),
                rows);
    }

    private Optional<Table.Row> leastHeard() {
        return recorded.stream()
                .filter(row ->
                        !row.text("node").equals(ALL) && row.number("share").isPresent())
                .min(Comparator.comparingDouble(row -> row.needed("share")));
    }

    private static String sentence(Table.Row least) {
        String definition = " The share counts the updates that met their fate within the run; the bias is the share"
                + " minus that of all nodes together, and in the last row the greatest share minus the least.";
        return least.needed("bias") < 0
                ? least.text("node") + " is heard least: " + percent(least, "share")
                        + " of its updates were aggregated." + definition
                : "All nodes are heard alike." + definition;
    }

    private static String percent(Table.Row row, String column) {
        return row.number(column).isPresent() ? Figures.share(row.needed(column), 1) : Figures.NONE;
    }

    private static String points(Table.Row row) {
        return row.number("bias").isPresent() ? Figures.decimals(100 * row.needed("bias"), 1) : Figures.NONE;
    }
}
