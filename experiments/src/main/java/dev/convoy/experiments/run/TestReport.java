package dev.convoy.experiments.run;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.evaluation.tribuo.TribuoEvaluation;
import dev.convoy.experiments.records.FinalModels;
import dev.convoy.experiments.records.RunDirectory;
import dev.convoy.experiments.records.TestTables;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.learning.Learner;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import dev.convoy.replay.Replay;
import dev.convoy.replay.TestRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The final models of a run on the test files of its replay, as tables in its directory and as lines to show. */
public final class TestReport {
    private static final int BATCH = 1024;

    private final LearnerKind kind;
    private final List<String> classes;
    private final List<float[]> rows = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private TestReport(LearnerKind kind, List<String> classes) {
        this.kind = kind;
        this.classes = classes;
    }

    /**
     * Tests the models of a finished run.
     *
     * @return what to show; nothing where there are no test files
     */
    public static List<String> write(Wiring wiring, RunDirectory directory) throws IOException {
        Optional<Replay> replay = wiring.config().workload().replayed();
        if (replay.isEmpty() || replay.get().testFiles().isEmpty()) {
            return List.of();
        }
        TestReport test = new TestReport(
                wiring.config().nodes().settings().learner(), wiring.workload().classes());
        TestRows.read(replay.get(), test::take, refused -> {});
        if (test.rows.isEmpty()) {
            return List.of("no row of the test files can be read: see dead-letters.csv");
        }
        Map<String, ClassReport> reports = new LinkedHashMap<>();
        FinalModels.parameters(directory.path())
                .forEach((model, parameters) -> reports.put(model, test.report(parameters)));
        TestTables.write(directory.path(), test.classes, reports);
        return test.lines(reports);
    }

    private void take(float[] features, int label) {
        rows.add(features);
        labels.add(label);
    }

    private ClassReport report(Parameters parameters) {
        Learner learner = kind.create(rows.get(0).length, classes.size(), parameters);
        List<ScoredDecision> decisions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            for (Probabilities probabilities :
                    learner.predict(rows.subList(from, Math.min(from + BATCH, rows.size())))) {
                int label = labels.get(decisions.size());
                decisions.add(ScoredDecision.of(probabilities, label, false, Baselines.NONE));
            }
        }
        return TribuoEvaluation.of(classes.size(), decisions);
    }

    /** One line for each model; class by class the global one, or where there is none, that of a single node. */
    private List<String> lines(Map<String, ClassReport> reports) {
        List<String> lines = new ArrayList<>(
                List.of(String.format(Locale.ROOT, "%-12s %9s %9s", "test set", "accuracy", "macro-F1")));
        reports.forEach((model, report) -> lines.add(String.format(
                Locale.ROOT,
                "%-12s %9s %9s",
                model,
                cell(report.micro().f1()),
                cell(report.macro().f1()))));
        String whole = reports.containsKey(FinalModels.GLOBAL) || reports.size() > 1
                ? FinalModels.GLOBAL
                : reports.keySet().iterator().next();
        Optional.ofNullable(reports.get(whole)).ifPresent(report -> lines.addAll(classLines(whole, report)));
        return lines;
    }

    private List<String> classLines(String model, ClassReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-12s %9s %9s %9s %9s", model, "precision", "recall", "F1", "rows"));
        for (int k = 0; k < classes.size(); k++) {
            ClassScores scores = report.classes().get(k);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-12s %9s %9s %9s %9d",
                    classes.get(k),
                    cell(scores.precision()),
                    cell(scores.recall()),
                    cell(scores.f1()),
                    scores.support()));
        }
        return lines;
    }

    private static String cell(OptionalDouble score) {
        return score.isPresent() ? String.format(Locale.ROOT, "%.4f", score.getAsDouble()) : "-";
    }
}
