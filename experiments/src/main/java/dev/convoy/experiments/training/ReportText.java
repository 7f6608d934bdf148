package dev.convoy.experiments.training;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.training.Cleaning;
import dev.convoy.training.Encoding;
import dev.convoy.training.ForestSearch;
import dev.convoy.training.NetworkTraining;
import dev.convoy.training.Scores;
import dev.convoy.training.TrainingResult;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A training's report for people: what was read and mended, what was chosen, and how good the models are. */
final class ReportText {
    private final TrainingResult result;
    private final StringBuilder text = new StringBuilder();

    ReportText(TrainingResult result) {
        this.result = result;
    }

    String of(String file, long seed) {
        rows(file, seed);
        cleaned();
        choices();
        scores();
        result.scores().forEach(this::classes);
        return text.toString();
    }

    private void rows(String file, long seed) {
        line("%s, seed %d", file, seed);
        line(
                "rows read %,d, without a label %,d, repeated %,d",
                result.counts().read(),
                result.counts().unlabelled(),
                result.counts().duplicates());
        line("            training  validation  test (trips are never divided)");
        line(
                "trips       %8d  %10d  %4d",
                result.groups().training(),
                result.groups().validation(),
                result.groups().test());
        line(
                "rows        %8d  %10d  %4d",
                result.rows().training(),
                result.rows().validation(),
                result.rows().test());
    }

    private void cleaned() {
        line("");
        line("Cleaning: cells set to the column's median");
        line("%-28s %8s %8s   %s", "column", "missing", "outliers", "limits");
        for (Cleaning.Mended mended : result.cleaned()) {
            line(
                    "%-28s %8d %8d   %s to %s",
                    mended.column(),
                    mended.missing(),
                    mended.outliers(),
                    TrainingFiles.number(mended.low()),
                    TrainingFiles.number(mended.high()));
        }
    }

    private void choices() {
        List<String> names =
                result.features().stream().map(Encoding.Feature::name).toList();
        line("");
        line(
                "Feature elimination keeps %d of %d (cross-validated accuracy %.4f): %s",
                result.chosen().features().size(),
                names.size(),
                result.chosen().accuracy(),
                result.chosen().features().stream().map(names::get).collect(Collectors.joining(", ")));
        for (ForestSearch.Tried tried : result.forests()) {
            line(
                    "forest of %d trees, depth %d: cross-validated accuracy %.4f +- %.4f%s",
                    tried.trees(),
                    tried.depth(),
                    tried.accuracy(),
                    tried.standardError(),
                    tried.equals(result.forest()) ? "  <- chosen" : "");
        }
        List<NetworkTraining.Epoch> epochs = result.network().epochs();
        line(
                "network: stopped after %d epochs, kept epoch %d (validation loss %.4f)",
                epochs.size(),
                result.network().best(),
                epochs.get(result.network().best() - 1).validationLoss());
    }

    private void scores() {
        line("");
        line("Held-out test part");
        line("%-22s %9s %9s %9s   %9s", "model", "accuracy", "balanced", "macro F1", "decisions");
        for (TrainingResult.Scored scored : result.scores()) {
            Scores rows = scored.byRow();
            line(
                    "%-22s %9.4f %9.4f %9.4f   %9.4f",
                    scored.model(),
                    rows.accuracy(),
                    rows.balancedAccuracy(),
                    rows.report().macro().f1().orElse(0),
                    scored.byDecision().accuracy());
        }
        line("decisions: accuracy over the last row of each trip");
    }

    private void classes(TrainingResult.Scored scored) {
        ClassReport report = scored.byRow().report();
        line("");
        line("%-22s %9s %9s %9s %9s   %s", scored.model(), "precision", "recall", "F1", "rows", "predicted as");
        for (int label = 0; label < report.classes().size(); label++) {
            ClassScores scores = report.classes().get(label);
            line(
                    "%-22s %9s %9s %9s %9d   %s",
                    result.classes().get(label),
                    share(scores.precision()),
                    share(scores.recall()),
                    share(scores.f1()),
                    scores.support(),
                    predictedAs(report, label));
        }
    }

    /** What became of the rows of a class; what never happened is not listed. */
    private String predictedAs(ClassReport report, int label) {
        return report.confusion().stream()
                .filter(cell -> cell.label() == label)
                .map(cell -> result.classes().get(cell.predicted()) + " " + cell.count())
                .collect(Collectors.joining(", "));
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "-";
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
