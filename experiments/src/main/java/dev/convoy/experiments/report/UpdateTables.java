package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.UpdateTally;
import dev.convoy.metric.UpdateFate.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How stale the updates were and what became of them, counted by node. */
final class UpdateTables {
    private static final String ALL = "all";

    private final Map<String, UpdateTally> tallies;
    private final UpdateTally total;

    UpdateTables(RecordedRun run) {
        this.total = UpdateTally.of(run.updates().rows());
        this.tallies = new LinkedHashMap<>(UpdateTally.byNode(run));
        tallies.put(ALL, total);
    }

    boolean empty() {
        return total.all() == 0;
    }

    void staleness(Html html) {
        List<String> columns = new ArrayList<>(List.of("node and fate"));
        for (int stale = 0; stale <= UpdateTally.MOST_STALE; stale++) {
            columns.add(stale == UpdateTally.MOST_STALE ? stale + "+" : Integer.toString(stale));
        }
        columns.addAll(List.of("never decided", "updates"));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, UpdateTally> entry : tallies.entrySet()) {
            for (Fate fate : Fate.values()) {
                if (entry.getValue().of(fate) > 0) {
                    rows.add(row(entry.getKey(), entry.getValue(), fate));
                }
            }
        }
        html.table("Updates by staleness (versions), node and fate", columns, rows);
    }

    private static List<String> row(String node, UpdateTally tally, Fate fate) {
        List<String> row = new ArrayList<>(List.of(node + " " + fate.word()));
        int decided = 0;
        for (int stale = 0; stale <= UpdateTally.MOST_STALE; stale++) {
            row.add(Figures.count(tally.of(fate, stale)));
            decided += tally.of(fate, stale);
        }
        row.add(Figures.count(tally.of(fate) - decided));
        row.add(Figures.count(tally.of(fate)));
        return row;
    }

    void fates(Html html) {
        List<String> columns = new ArrayList<>(List.of("node", "updates"));
        for (Fate fate : Fate.values()) {
            columns.add(fate.word());
        }
        columns.addAll(List.of("share aggregated", "share of all weight", "mean staleness", "mean age", "sent"));
        List<List<String>> rows = new ArrayList<>();
        tallies.forEach((node, tally) -> {
            List<String> row = new ArrayList<>(List.of(node, Figures.count(tally.all())));
            for (Fate fate : Fate.values()) {
                row.add(Figures.count(tally.of(fate)));
            }
            row.add(Figures.share(tally.of(Fate.AGGREGATED), tally.all()));
            row.add(Figures.share(tally.weight(), total.weight()));
            row.add(Figures.decimals(tally.meanStaleness(), 2));
            row.add(
                    tally.meanAge().isPresent()
                            ? Figures.decimals(tally.meanAge().getAsDouble() / 60, 1) + " min"
                            : Figures.NONE);
            row.add(Figures.bytes(tally.bytes()));
            rows.add(row);
        });
        html.table("Fates of updates", columns, rows);
        if (!total.reasons().isEmpty()) {
            List<List<String>> reasons = new ArrayList<>();
            total.reasons().forEach((reason, updates) -> reasons.add(List.of(reason, Figures.count(updates))));
            html.table("Why updates were not aggregated", List.of("fate and reason", "updates"), reasons);
        }
    }
}
