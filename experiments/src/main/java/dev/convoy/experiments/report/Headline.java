package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Baseline;
import dev.convoy.experiments.plots.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** What came out: accuracy of fleet and nodes against the baselines, at the end and on the mean. */
final class Headline {
    private static final List<String> OTHER_SCORES =
            List.of("contested_accuracy", "balanced_accuracy", "kappa", "log_loss", "telemetry_accuracy");

    private final RecordedRun run;
    private final List<ScoreSummary> summaries;

    Headline(RecordedRun run) {
        this.run = run;
        this.summaries = ScoreSummary.of(run);
    }

    /** The result in one or two sentences. */
    String sentence() {
        ScoreSummary fleet = summaries.get(0);
        OptionalDouble end = fleet.last("accuracy");
        if (end.isEmpty()) {
            return "No decision was labelled before the run ended, so there is nothing to score.";
        }
        double counted = Math.min(fleet.decisions(), RecordedRun.FLEET_WINDOW);
        String model = "In " + Figures.hours(run.hours()) + " of run time the fleet made "
                + Figures.count(fleet.decisions()) + " decisions whose outcome became known. Of the last "
                + Figures.count(counted) + " the model had " + Figures.share(end.getAsDouble(), 1) + " right";
        Optional<Baseline> best = fleet.bestBaseline();
        if (best.isEmpty()) {
            return model + ".";
        }
        double baseline = fleet.last(best.get().column()).getAsDouble();
        String points = Figures.decimals(100 * Math.abs(end.getAsDouble() - baseline), 1) + " points";
        return model + "; the best baseline (" + best.get().words() + ") had " + Figures.share(baseline, 1)
                + (end.getAsDouble() > baseline
                        ? ". The model is ahead by " + points + "."
                        : ". The model does not beat it: it is " + points + " behind.");
    }

    void write(Html html) {
        html.heading("result", "What came out")
                .paragraph("Accuracy is the share of right decisions among the last "
                        + RecordedRun.FLEET_WINDOW + " labelled decisions of the fleet, and the last "
                        + RecordedRun.NODE_WINDOW
                        + " of a node. Contested decisions are those the vehicle's own range estimate"
                        + " leaves open; they show what a model is worth.");
        table(html, "At the end of the run", ScoreSummary::last);
        table(
                html,
                summaries.stream().allMatch(ScoreSummary::full)
                        ? "Mean of all reports since the first window was full"
                        : "Mean of all reports since the first window was full, or of all where it never was",
                ScoreSummary::mean);
        html.open("details").element("summary", "What the baselines do").open("ul");
        for (Baseline baseline : Baseline.all()) {
            html.element("li", baseline.words() + ": says " + baseline.meaning() + ".");
        }
        html.close("ul").close("details");
    }

    private void table(Html html, String caption, BiFunction<ScoreSummary, String, OptionalDouble> score) {
        List<String> columns = new ArrayList<>(List.of("", "model"));
        Baseline.all().forEach(baseline -> columns.add(baseline.words()));
        OTHER_SCORES.forEach(column -> columns.add(column.replace('_', ' ')));
        columns.add("decisions");
        List<List<String>> rows = new ArrayList<>();
        for (ScoreSummary summary : summaries) {
            List<String> row = new ArrayList<>(List.of(summary.node()));
            row.add(Figures.score(score.apply(summary, "accuracy")));
            Baseline.all().forEach(baseline -> row.add(Figures.score(score.apply(summary, baseline.column()))));
            OTHER_SCORES.forEach(column -> row.add(Figures.score(score.apply(summary, column))));
            row.add(Figures.count(summary.decisions()));
            rows.add(row);
        }
        html.table(caption, columns, rows);
    }
}
