package dev.convoy.experiments.records;

import dev.convoy.evaluation.PrequentialScores;
import dev.convoy.telemetry.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every figure of {@code accuracy.csv}, recomputed from the labelled predictions. */
final class AccuracyCheck {
    /** The examples of one node, or of the fleet, in the order in which their labels became known. */
    private record Stream(List<LabelledPrediction> decisions, List<LabelledPrediction> rows, int window) {}

    private final Map<String, Stream> streams = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final int classes;
    private final VersionHistory history;
    private final AdoptionCheck adoptions;
    private long timeMs = -1;
    private int position;
    private long stalenessOfNodes;
    private int nodesReported;
    private long figures;

    AccuracyCheck(
            List<NodeId> nodes,
            List<LabelledPrediction> labelled,
            int classes,
            VersionHistory history,
            AdoptionCheck adoptions) {
        this.classes = classes;
        this.history = history;
        this.adoptions = adoptions;
        Map<Integer, List<LabelledPrediction>> byNode =
                labelled.stream().collect(Collectors.groupingBy(LabelledPrediction::node));
        for (NodeId node : nodes) {
            List<LabelledPrediction> rows = byNode.getOrDefault(node.number(), List.of());
            streams.put(
                    node.toString(),
                    new Stream(
                            rows.stream().filter(LabelledPrediction::isDecision).toList(),
                            rows,
                            PrequentialScores.NODE_DECISIONS));
            places.put(node.toString(), places.size());
        }
        streams.put(
                AccuracyRows.FLEET,
                new Stream(
                        labelled.stream()
                                .filter(LabelledPrediction::isFleetDecision)
                                .toList(),
                        labelled,
                        PrequentialScores.FLEET_DECISIONS));
        places.put(AccuracyRows.FLEET, places.size());
    }

    void row(Row row) throws RunFileException {
        requirePlace(row);
        requireVersion(row);
        Stream stream = streams.get(row.text("node"));
        List<LabelledPrediction> decisions = knownBy(timeMs, stream.decisions());
        List<LabelledPrediction> rows = knownBy(timeMs, stream.rows());
        row.require("decisions", Integer.toString(decisions.size()));
        Map<String, String> scores =
                WindowScores.of(last(stream.window(), decisions), last(PrequentialScores.ROWS, rows), classes);
        for (Map.Entry<String, String> score : scores.entrySet()) {
            row.require(score.getKey(), score.getValue());
        }
        figures += scores.size() + 3;
    }

    void finish(long endMs) throws RunFileException {
        if (timeMs >= 0 && position != places.size()) {
            throw new RunFileException(RunTable.ACCURACY.fileName() + " has no fleet row at its end");
        }
        if (timeMs != endMs) {
            throw new RunFileException(RunTable.ACCURACY.fileName() + " does not reach the end of the run at "
                    + Cells.seconds(endMs) + " s");
        }
    }

    /** How many cells were recomputed. */
    long figures() {
        return figures;
    }

    /** At each instant some of the nodes in their order, and then the fleet. */
    private void requirePlace(Row row) throws RunFileException {
        long rowMs = row.milliseconds("time_s");
        if (rowMs != timeMs && timeMs >= 0 && position != places.size()) {
            throw row.problem("the rows of " + Cells.seconds(timeMs) + " s, before it, do not end with the fleet's");
        }
        if (rowMs < timeMs) {
            throw row.problem("time_s", "earlier than the row before it");
        }
        if (rowMs > timeMs) {
            timeMs = rowMs;
            position = 0;
            stalenessOfNodes = 0;
            nodesReported = 0;
        }
        Integer place = places.get(row.text("node"));
        if (place == null) {
            throw row.problem("node", "'" + row.text("node") + "' is no node of this run");
        }
        if (place < position) {
            throw row.problem("node", "the rows of an instant are not in the order of the nodes");
        }
        position = place + 1;
    }

    private void requireVersion(Row row) throws RunFileException {
        long newest = history.newestAt(timeMs);
        if (row.text("node").equals(AccuracyRows.FLEET)) {
            row.require("version", Long.toString(newest), RunTable.MODELS);
            double mean = nodesReported == 0 ? 0 : (double) stalenessOfNodes / nodesReported;
            row.require("staleness", Cells.fixed(mean, AccuracyRows.FLEET_STALENESS_DECIMALS));
            return;
        }
        long version = row.whole("version");
        if (!adoptions.inUse(row.text("node"), timeMs, version)) {
            throw row.problem(
                    "version",
                    "version " + version + " was not in use at the node, says " + RunTable.ADOPTIONS.fileName());
        }
        row.require("staleness", Long.toString(newest - version), RunTable.MODELS);
        stalenessOfNodes += newest - version;
        nodesReported++;
    }

    private static List<LabelledPrediction> knownBy(long timeMs, List<LabelledPrediction> examples) {
        int low = 0;
        int high = examples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (examples.get(middle).labelTimeMs() <= timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return examples.subList(0, low);
    }

    private static List<LabelledPrediction> last(int count, List<LabelledPrediction> examples) {
        return examples.subList(Math.max(0, examples.size() - count), examples.size());
    }
}
