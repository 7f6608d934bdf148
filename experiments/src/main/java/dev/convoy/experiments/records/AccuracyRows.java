package dev.convoy.experiments.records;

import dev.convoy.metric.NodeReport;
import dev.convoy.metric.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of {@code accuracy.csv}: what the nodes reported, and at every instant at which a node reported one row for
 * the fleet, computed from the decisions of all nodes. The fleet's version is the newest published, its staleness the
 * mean of that of the nodes that reported.
 */
final class AccuracyRows implements RunWriter.Rows {
    static final String FLEET = "fleet";
    static final int FLEET_STALENESS_DECIMALS = 2;

    private final SortedMap<Long, List<NodeReport>> reports = new TreeMap<>();
    private final VersionHistory history;
    private final FleetScores fleet;

    AccuracyRows(List<NodeReport> reports, PredictionColumns predictions, int[] labelled, VersionHistory history) {
        reports.stream()
                .sorted(Comparator.comparing(NodeReport::node))
                .forEach(report -> this.reports
                        .computeIfAbsent(report.timeMs(), t -> new ArrayList<>())
                        .add(report));
        this.history = history;
        this.fleet = new FleetScores(predictions, labelled);
    }

    @Override
    public void write(TableWriter table) throws IOException {
        for (var instant : reports.entrySet()) {
            long newest = history.newestAt(instant.getKey());
            long staleness = 0;
            for (NodeReport report : instant.getValue()) {
                staleness += newest - report.version();
                table.row(cells(
                        instant.getKey(),
                        report.node().toString(),
                        report.version(),
                        Cells.whole(newest - report.version()),
                        report.scores()));
            }
            double mean = (double) staleness / instant.getValue().size();
            Scores scores = fleet.at(instant.getKey());
            table.row(cells(instant.getKey(), FLEET, newest, Cells.fixed(mean, FLEET_STALENESS_DECIMALS), scores));
        }
    }

    private static String[] cells(long timeMs, String node, long version, String staleness, Scores scores) {
        return new String[] {
            Cells.seconds(timeMs),
            node,
            Cells.whole(version),
            staleness,
            Cells.whole(scores.decisions()),
            Cells.score(scores.accuracy()),
            Cells.score(scores.balancedAccuracy()),
            Cells.score(scores.kappa()),
            Cells.score(scores.logLoss()),
            Cells.score(scores.contestedAccuracy()),
            Cells.score(scores.telemetryAccuracy()),
            Cells.score(scores.majority()),
            Cells.score(scores.noChange()),
            Cells.score(scores.lastOfVehicle()),
            Cells.score(scores.rule())
        };
    }
}
