package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Baseline;
import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The scores of a node, or of the fleet, at the end and on the mean of the reports since its window was full. */
final class ScoreSummary {
    private final String node;
    private final List<Table.Row> all;
    private final List<Table.Row> counted;
    private final boolean full;

    ScoreSummary(RecordedRun run, String node) {
        this.node = node;
        this.all = run.scores(node);
        List<Table.Row> whole = all.stream()
                .filter(row -> row.needed("decisions") >= run.window(node))
                .toList();
        this.full = !whole.isEmpty();
        this.counted = full ? whole : all;
    }

    /** The fleet's, then those of the nodes. */
    static List<ScoreSummary> of(RecordedRun run) {
        List<ScoreSummary> summaries = new ArrayList<>();
        summaries.add(new ScoreSummary(run, RecordedRun.FLEET));
        run.nodes().forEach(node -> summaries.add(new ScoreSummary(run, node)));
        return summaries;
    }

    String node() {
        return node;
    }

    /** Whether the window was ever full; if not, the mean is that of all reports. */
    boolean full() {
        return full;
    }

    double decisions() {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).needed("decisions");
    }

    OptionalDouble last(String column) {
        return all.isEmpty() ? OptionalDouble.empty() : all.get(all.size() - 1).number(column);
    }

    OptionalDouble mean(String column) {
        return counted.stream()
                .flatMapToDouble(row -> row.number(column).stream())
                .average();
    }

    /** The baseline that was right most often in the last window. */
    Optional<Baseline> bestBaseline() {
        return Baseline.all().stream()
                .filter(baseline -> last(baseline.column()).isPresent())
                .max((a, b) -> Double.compare(
                        last(a.column()).getAsDouble(), last(b.column()).getAsDouble()));
    }
}
