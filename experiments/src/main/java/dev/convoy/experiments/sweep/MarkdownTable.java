package dev.convoy.experiments.sweep;

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
 * The measures by which a policy is chosen, a row a treatment, for a page: means with half the width of their 95 %
 * interval, and the paired difference of the first to the baseline.
 */
record MarkdownTable(Summary summary) {
    static final String FILE = "summary.md";
    private static final Measure CHOSEN_BY = Measure.ACCURACY;
    private static final double SIGNIFICANT = 0.05;
    private static final List<Measure> MEASURES = List.of(
            Measure.LAST_QUARTER_ACCURACY,
            Measure.CONTESTED_ACCURACY,
            Measure.KAPPA,
            Measure.COST_PER_1000,
            Measure.WORST_NODE_ACCURACY,
            Measure.UPDATES_REJECTED,
            Measure.PARTICIPATION_BIAS,
            Measure.BYTES_SENT,
            Measure.GRADIENT_STEPS);

    void write(Path file) throws IOException {
        WholeFile.write(file, text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        Map<String, PairedDifference> differences = summary.differences(CHOSEN_BY);
        Map<String, Double> corrected = Summary.corrected(differences);
        StringBuilder text = new StringBuilder("| treatment | " + heading(CHOSEN_BY) + " | difference to "
                + summary.results().plan().sweep().baseline() + " |");
        MEASURES.forEach(measure -> text.append(' ').append(heading(measure)).append(" |"));
        text.append("\n|---|").append("--:|".repeat(MEASURES.size() + 2)).append('\n');
        for (String treatment : summary.results().treatments()) {
            text.append("| ").append(treatment).append(" | ").append(cell(treatment, CHOSEN_BY));
            text.append(" | ")
                    .append(Optional.ofNullable(differences.get(treatment))
                            .map(difference -> difference(difference, Optional.ofNullable(corrected.get(treatment))))
                            .orElse(""))
                    .append(" |");
            MEASURES.forEach(
                    measure -> text.append(' ').append(cell(treatment, measure)).append(" |"));
            text.append('\n');
        }
        return text.toString();
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
    private static String difference(PairedDifference difference, Optional<Double> corrected) {
        String star = corrected.filter(p -> p < SIGNIFICANT).isPresent() ? " \\*" : "";
        return shown(difference.estimate(), CHOSEN_BY, "+") + star;
    }

    private static String shown(Estimate estimate, Measure measure, String sign) {
        String format = "%," + sign + "." + decimals(measure) + "f";
        String mean = String.format(Locale.ROOT, format, estimate.mean());
        return estimate.interval()
                .map(interval -> mean + " \u00b1 "
                        + String.format(
                                Locale.ROOT,
                                "%,." + decimals(measure) + "f",
                                (interval.upper() - interval.lower()) / 2))
                .orElse(mean);
    }

    private static int decimals(Measure measure) {
        return measure.count() || measure == Measure.COST_PER_1000 ? 0 : 3;
    }
}
