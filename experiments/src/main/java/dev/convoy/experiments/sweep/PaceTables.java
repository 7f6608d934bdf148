package dev.convoy.experiments.sweep;

import dev.convoy.experiments.records.Cells;
import dev.convoy.experiments.statistics.Estimate;
import dev.convoy.experiments.statistics.Interval;
import java.util.List;
import java.util.Optional;

/** How fast the runs of a sweep were, one by one and by treatment: telemetry records in a second of wall time. */
record PaceTables(SweepResults results) {
    static final String RUNS = "pace.csv";
    static final String SUMMARY = "pace-summary.csv";

    Csv runs() {
        Csv table = new Csv().row(List.of("treatment", "seed", "records", "wall_s", "records_per_s"));
        for (String treatment : results.treatments()) {
            results.of(treatment)
                    .forEach((seed, result) -> table.row(List.of(
                            treatment,
                            seed.toString(),
                            Long.toString(result.pace().records()),
                            Cells.fixed(result.pace().wallSeconds(), 3),
                            Cells.fixed(result.pace().recordsPerSecond(), 1))));
        }
        return table;
    }

    Csv summary() {
        Csv table = new Csv().row(List.of("treatment", "n", "mean", "sd", "lower", "upper"));
        for (String treatment : results.treatments()) {
            List<Double> paces = results.of(treatment).values().stream()
                    .map(result -> result.pace().recordsPerSecond())
                    .toList();
            if (!paces.isEmpty()) {
                Estimate estimate = Estimate.of(paces);
                table.row(List.of(
                        treatment,
                        Integer.toString(estimate.n()),
                        Csv.number(Optional.of(estimate.mean())),
                        Csv.number(estimate.sd()),
                        Csv.number(estimate.interval().map(Interval::lower)),
                        Csv.number(estimate.interval().map(Interval::upper))));
            }
        }
        return table;
    }
}
