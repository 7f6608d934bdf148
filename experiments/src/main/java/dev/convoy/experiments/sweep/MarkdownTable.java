package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.records.WholeFile;
import dev.convoy.experiments.statistics.Estimate;
import dev.convoy.experiments.statistics.PairedDifference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The measures that the sweep is to show, a row a treatment, for a page: means with half the width of their 95 % interval,
 * and the paired difference of the first to its baseline.
 */
record MarkdownTable(Summary summary) {
    static final String FILE = "summary.md";
    private static final double SIGNIFICANT = 0.05;

    void write(Path file) throws IOException {
        WholeFile.write(file, text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        Sweep sweep = summary.results().plan().sweep();
        Measure first = sweep.measures().get(0);
        List<Measure> others = sweep.measures().subList(1, sweep.measures().size());
        Map<String, PairedDifference> differences = summary.differences(first);
        Map<String, Double> corrected = Summary.corrected(differences);
        StringBuilder text =
                new StringBuilder("| treatment | " + heading(first) + " | difference to " + baseline(sweep) + " |");
        others.forEach(measure -> text.append(' ').append(heading(measure)).append(" |"));
        text.append("\n|---|").append("--:|".repeat(others.size() + 2)).append('\n');
        for (String treatment : summary.results().treatments()) {
            text.append("| ").append(treatment).append(" | ").append(cell(treatment, first));
            text.append(" | ")
                    .append(Optional.ofNullable(differences.get(treatment))
                            .map(difference ->
                                    difference(first, difference, Optional.ofNullable(corrected.get(treatment))))
                            .orElse(""))
                    .append(" |");
            others.forEach(
                    measure -> text.append(' ').append(cell(treatment, measure)).append(" |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static String baseline(Sweep sweep) {
        List<String> several = sweep.experiment().sweep().baselines();
        return several.size() > 1
                ? "its baseline: " + String.join(", ", several)
                : sweep.baselineOf(sweep.variants().get(0).treatment().name());
    }

    private static String heading(Measure measure) {
        return measure.words() + (measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")");
    }

    private String cell(String treatment, Measure measure) {
        return summary.estimate(treatment, measure)
                .map(estimate -> shown(estimate, measure, ""))
                .orElse("");
    }

    /** With a star where chance is an unlikely reason, after correction for the number of treatments. */
    private static String difference(Measure measure, PairedDifference difference, Optional<Double> corrected) {
        String star = corrected.filter(p -> p < SIGNIFICANT).isPresent() ? " \\*" : "";
        return shown(difference.estimate(), measure, "+") + star;
    }

    private static String shown(Estimate estimate, Measure measure, String sign) {
        String format = "%," + sign + "." + measure.decimals() + "f";
        String mean = String.format(Locale.ROOT, format, estimate.mean());
        return estimate.interval()
                .map(interval -> mean + " \u00b1 "
                        + String.format(
                                Locale.ROOT,
                                "%,." + measure.decimals() + "f",
                                (interval.upper() - interval.lower()) / 2))
                .orElse(mean);
    }
}
