package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.statistics.Bootstrap;
import dev.convoy.experiments.statistics.Estimate;
import dev.convoy.experiments.statistics.Holm;
import dev.convoy.experiments.statistics.Interval;
import dev.convoy.experiments.statistics.PairedDifference;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the runs say together: for every treatment and measure the mean over the seeds with its interval, and the
 * difference to its baseline on the same seeds. The tests of one measure are corrected for their number.
 */
record Summary(SweepResults results) {
    static final String FILE = "summary.csv";
    private static final List<String> COLUMNS = List.of(
            "treatment",
            "measure",
            "n",
            "mean",
            "sd",
            "lower",
            "upper",
            "bootstrap_lower",
            "bootstrap_upper",
            "pairs",
            "difference",
            "difference_lower",
            "difference_upper",
            "p",
            "p_holm");

    Csv table() {
        Csv table = new Csv().row(COLUMNS);
        for (Measure measure : Measure.values()) {
            Map<String, PairedDifference> differences = differences(measure);
            Map<String, Double> corrected = corrected(differences);
            for (String treatment : results.treatments()) {
                List<Double> values = List.copyOf(values(treatment, measure).values());
                if (!values.isEmpty()) {
                    List<String> cells = new ArrayList<>(List.of(treatment, measure.column()));
                    cells.addAll(estimate(treatment, measure, values));
                    cells.addAll(difference(
                            Optional.ofNullable(differences.get(treatment)),
                            Optional.ofNullable(corrected.get(treatment))));
                    table.row(cells);
                }
            }
        }
        return table;
    }

    private List<String> estimate(String treatment, Measure measure, List<Double> values) {
        Estimate estimate = Estimate.of(values);
        RandomStream random =
                RandomStream.named(results.plan().seeds().get(0), "bootstrap/" + measure.column() + "/" + treatment);
        Optional<Interval> bootstrap = Bootstrap.ofMean(values, random);
        return List.of(
                Integer.toString(estimate.n()),
                Csv.number(Optional.of(estimate.mean())),
                Csv.number(estimate.sd()),
                Csv.number(estimate.interval().map(Interval::lower)),
                Csv.number(estimate.interval().map(Interval::upper)),
                Csv.number(bootstrap.map(Interval::lower)),
                Csv.number(bootstrap.map(Interval::upper)));
    }

    private static List<String> difference(Optional<PairedDifference> difference, Optional<Double> corrected) {
        Optional<Estimate> estimate = difference.map(PairedDifference::estimate);
        Optional<Interval> interval = estimate.flatMap(Estimate::interval);
        return List.of(
                estimate.map(e -> Integer.toString(e.n())).orElse(""),
                Csv.number(estimate.map(Estimate::mean)),
                Csv.number(interval.map(Interval::lower)),
                Csv.number(interval.map(Interval::upper)),
                difference.map(d -> Csv.number(d.p())).orElse(""),
                Csv.number(corrected));
    }

    /** Empty if no run of the treatment has the measure. */
    Optional<Estimate> estimate(String treatment, Measure measure) {
        List<Double> values = List.copyOf(values(treatment, measure).values());
        return values.isEmpty() ? Optional.empty() : Optional.of(Estimate.of(values));
    }

    /** Of every treatment to its baseline, unless it is one, on the seeds that both have. */
    Map<String, PairedDifference> differences(Measure measure) {
        Map<String, PairedDifference> differences = new LinkedHashMap<>();
        for (String treatment : results.treatments()) {
            String baseline = results.plan().sweep().baselineOf(treatment);
            Map<Long, Double> base = values(baseline, measure);
            Map<Long, Double> own = values(treatment, measure);
            own.keySet().retainAll(base.keySet());
            if (!treatment.equals(baseline) && !own.isEmpty()) {
                differences.put(
                        treatment,
                        PairedDifference.of(
                                List.copyOf(own.values()),
                                own.keySet().stream().map(base::get).toList()));
            }
        }
        return differences;
    }

    /** Their p-values by treatment, corrected for their number; none where there is no p-value. */
    static Map<String, Double> corrected(Map<String, PairedDifference> differences) {
        List<String> tested = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        differences.forEach((treatment, difference) -> difference.p().ifPresent(p -> {
            tested.add(treatment);
            probabilities.add(p);
        }));
        Map<String, Double> corrected = new LinkedHashMap<>();
        List<Double> all = Holm.corrected(probabilities);
        for (int i = 0; i < tested.size(); i++) {
            corrected.put(tested.get(i), all.get(i));
        }
        return corrected;
    }

    /** By seed; a run in which the measure is undefined has none. */
    private Map<Long, Double> values(String treatment, Measure measure) {
        Map<Long, Double> values = new TreeMap<>();
        results.of(treatment).forEach((seed, result) -> {
            if (result.values().containsKey(measure)) {
                values.put(seed, result.values().get(measure));
            }
        });
        return values;
    }
}
