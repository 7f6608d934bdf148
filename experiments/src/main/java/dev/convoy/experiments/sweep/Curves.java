package dev.convoy.experiments.sweep;

import dev.convoy.experiments.records.Cells;
import dev.convoy.experiments.statistics.Estimate;
import dev.convoy.experiments.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The accuracy of the fleet over run time as the mean of all seeds of a treatment, with the interval of that mean. */
record Curves(SweepResults results) {
    static final String FILE = "curves.csv";

    Csv table() {
        Csv table = new Csv().row(List.of("treatment", "time_s", "n", "mean", "lower", "upper"));
        for (String treatment : results.treatments()) {
            TreeMap<Long, List<Double>> instants = new TreeMap<>();
            results.of(treatment)
                    .values()
                    .forEach(result -> result.accuracy()
                            .forEach((timeMs, share) -> instants.computeIfAbsent(timeMs, t -> new ArrayList<>())
                                    .add(share)));
            instants.forEach((timeMs, shares) -> table.row(row(treatment, timeMs, Estimate.of(shares))));
        }
        return table;
    }

    private static List<String> row(String treatment, long timeMs, Estimate estimate) {
        return List.of(
                treatment,
                Cells.seconds(timeMs),
                Integer.toString(estimate.n()),
                Csv.number(Optional.of(estimate.mean())),
                Csv.number(estimate.interval().map(Interval::lower)),
                Csv.number(estimate.interval().map(Interval::upper)));
    }
}
