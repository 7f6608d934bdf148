package dev.convoy.experiments.records;

import dev.convoy.detection.DetectorKind;
import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ConfusionMatrix;
import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.telemetry.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of scores over the whole run and of drift detection, recomputed from the labelled predictions, the vehicles
 * and the drifts. The report on classes, which the recorder has from Tribuo, is counted here without it.
 */
final class ScoreCheck {
    private final SortedMap<String, String> models = new TreeMap<>();
    private final List<Span> drift = new ArrayList<>();
    private long figures;

    /** A row of {@code vehicles.csv}. */
    void vehicle(Row row) throws RunFileException {
        String vehicle = row.text("vehicle");
        if (!models.isEmpty() && models.lastKey().compareTo(vehicle) >= 0) {
            throw row.problem("vehicle", "the vehicles are not in order, or one is there twice");
        }
        models.put(vehicle, row.text("model"));
    }

    /** A row of {@code drift.csv}. */
    void drift(Row row) throws RunFileException {
        try {
            drift.add(new Span(
                    row.milliseconds("time_s"),
                    row.optionalMilliseconds("end_s"),
                    row.text("node"),
                    row.text("kind"),
                    row.text("detail")));
        } catch (IllegalArgumentException e) {
            throw row.problem(e.getMessage());
        }
    }

    /**
     * @param labelled in the order in which their labels became known
     * @param detector that every node had
     */
    void compare(
            Path directory,
            int classes,
            List<NodeId> nodes,
            List<LabelledPrediction> labelled,
            Optional<DetectorKind> detector)
            throws IOException {
        List<Decided> decided = Decided.of(labelled);
        Map<RunTable, List<String[]>> expected =
                new LinkedHashMap<>(new ScoreTables(classes, nodes, decided, models, drift, ScoreCheck::counted).all());
        expected.putAll(detector.map(kind ->
                        new DetectionTables(nodes, DetectionTables.alarms(kind, nodes, decided), decided, drift))
                .orElseGet(() -> new DetectionTables(nodes, List.of(), decided, List.of()))
                .all());
        for (Map.Entry<RunTable, List<String[]>> table : expected.entrySet()) {
            figures += new ExpectedRows(table.getKey(), table.getValue(), RunTable.PREDICTIONS).compare(directory);
        }
    }

    /** How many cells were recomputed. */
    long figures() {
        return figures;
    }

    static ClassReport counted(int classes, List<ScoredDecision> decisions) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        decisions.forEach(decision -> matrix.count(decision.predicted(), decision.label(), 1));
        return matrix.report();
    }
}
