package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.detection.Ddm;
import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.metric.DriftAlarm;
import dev.convoy.prediction.Baselines;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DetectionTablesTest {
    private static final List<NodeId> NODES = List.of(new NodeId(1), new NodeId(2));
    private static final Span FRONT = new Span(10_000, OptionalLong.empty(), "", "cold-front", "");
    private static final Span BIAS = new Span(20_000, OptionalLong.empty(), "node-2", "sensor-bias", "");

    @Test
    void aDriftIsDetectedByTheFirstAlarmBetweenItsOnsetAndTheNextAtThatNode() {
        List<DriftAlarm> alarms =
                List.of(alarm(25_000, 2, 25), alarm(9_999, 1, 9), alarm(12_500, 1, 12), alarm(15_000, 1, 15));

        assertEquals(
                List.of(
                        "cold-front,10.000,node-1,12.500,2.500,3,1",
                        "cold-front,10.000,node-2,,,,0",
                        "sensor-bias,20.000,node-2,25.000,5.000,6,0"),
                lines(alarms, RunTable.DETECTION));
        assertEquals(
                List.of(
                        "9.999,node-1,adwin,9",
                        "12.500,node-1,adwin,12",
                        "15.000,node-1,adwin,15",
                        "25.000,node-2,adwin,25"),
                lines(alarms, RunTable.ALARMS));
    }

    @Test
    void anAlarmAtTheOnsetBelongsToTheDriftThatBegins() {
        assertEquals(
                List.of(
                        "cold-front,10.000,node-1,10.000,0.000,1,0",
                        "cold-front,10.000,node-2,,,,0",
                        "sensor-bias,20.000,node-2,20.000,0.000,1,0"),
                lines(List.of(alarm(10_000, 1, 10), alarm(20_000, 2, 20)), RunTable.DETECTION));
    }

    @Test
    void alarmsAreRecomputedForEachNodeFromItsOwnDecisions() {
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            decided.add(decided(1000L * i, 1, i < 40 ? i % 10 / 9 : 1));
            decided.add(decided(1000L * i, 2, i % 10 / 9));
        }

        // lowest at p = 3/39 and s = 0.043; 6 of 42 make p + s = 0.197, and 7 of 43 make 0.219, above p + 3 s = 0.205
        List<DriftAlarm> alarms = DetectionTables.alarms(Ddm.standard(), NODES, decided);

        assertEquals(List.of(new DriftAlarm(42_000, new NodeId(1), "ddm", 43)), alarms);
    }

    private static List<String> lines(List<DriftAlarm> alarms, RunTable table) {
        List<Decided> decided = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            decided.add(decided(1000L * i, 1, 0));
            decided.add(decided(1000L * i, 2, 0));
        }
        return new DetectionTables(NODES, alarms, decided, List.of(FRONT, BIAS))
                .all().get(table).stream().map(cells -> String.join(",", cells)).toList();
    }

    private static DriftAlarm alarm(long timeMs, int node, long decisions) {
        return new DriftAlarm(timeMs, new NodeId(node), "adwin", decisions);
    }

    private static Decided decided(long labelTimeMs, int node, int label) {
        return new Decided(0, labelTimeMs, node, "v-1", true, new ScoredDecision(0, label, 0.5, false, Baselines.NONE));
    }
}
