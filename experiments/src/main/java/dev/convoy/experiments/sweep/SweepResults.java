package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.records.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that the runs of a sweep came to, by treatment and seed. */
public final class SweepResults {
    static final String RESULTS = "results.csv";

    private final SweepPlan plan;
    private final SweepEngine engine;
    private final List<Ended> ended;

    SweepResults(SweepPlan plan, SweepEngine engine, List<Ended> ended) {
        this.plan = plan;
        this.engine = engine;
        this.ended = List.copyOf(ended);
    }

    /**
     * {@code results.csv}, {@code summary.csv}, {@code summary.md} and {@code curves.csv}: the same for the same results;
     * and {@code pace.csv} and {@code pace-summary.csv} where wall time was taken, which is never the same.
     */
    public void write(Path directory) throws IOException {
        results().write(directory.resolve(RESULTS));
        Summary summary = new Summary(this);
        summary.table().write(directory.resolve(Summary.FILE));
        new MarkdownTable(summary).write(directory.resolve(MarkdownTable.FILE));
        new Curves(this).table().write(directory.resolve(Curves.FILE));
        if (engine.isTimed()) {
            PaceTables pace = new PaceTables(this);
            pace.runs().write(directory.resolve(PaceTables.RUNS));
            pace.summary().write(directory.resolve(PaceTables.SUMMARY));
        } else {
            Files.deleteIfExists(directory.resolve(PaceTables.RUNS));
            Files.deleteIfExists(directory.resolve(PaceTables.SUMMARY));
        }
    }

    /** Runs that failed, a line each. */
    public List<String> failures() {
        return ended.stream()
                .filter(end -> end.result().isEmpty())
                .map(end -> end.run() + ": " + end.failure())
                .toList();
    }

    SweepPlan plan() {
        return plan;
    }

    List<String> treatments() {
        return plan.sweep().variants().stream()
                .map(variant -> variant.treatment().name())
                .toList();
    }

    /** Of the runs that did not fail, by seed. */
    Map<Long, RunResult> of(String treatment) {
        Map<Long, RunResult> results = new TreeMap<>();
        for (Ended end : ended) {
            if (end.run().treatment().equals(treatment)) {
                end.result().ifPresent(result -> results.put(end.run().seed(), result));
            }
        }
        return results;
    }

    /** A row a run. */
    private Csv results() {
        List<String> axes = List.copyOf(plan.sweep().experiment().sweep().grid().keySet());
        Map<String, Sweep.Variant> variants = new LinkedHashMap<>();
        plan.sweep()
                .variants()
                .forEach(variant -> variants.put(variant.treatment().name(), variant));
        Csv table = new Csv()
                .row(Stream.of(
                                List.of("treatment"),
                                axes,
                                List.of("seed"),
                                Stream.of(Measure.values()).map(Measure::column).toList(),
                                List.of("failure"))
                        .flatMap(List::stream)
                        .toList());
        for (Ended end : ended) {
            String treatment = end.run().treatment();
            List<String> cells = new ArrayList<>(List.of(treatment));
            axes.forEach(axis -> cells.add(
                    variants.get(treatment).treatment().settings().get(axis).yaml()));
            cells.add(Long.toString(end.run().seed()));
            for (Measure measure : Measure.values()) {
                cells.add(end.result()
                        .flatMap(r -> Optional.ofNullable(r.values().get(measure)))
                        .map(value -> Cells.fixed(value, measure.count() ? 0 : Cells.SCORE_DECIMALS))
                        .orElse(""));
            }
            cells.add(end.failure());
            table.row(cells);
        }
        return table;
    }
}
