package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.evaluation.tribuo.TribuoEvaluation;
import dev.convoy.prediction.Baselines;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTablesTest {
    private static final long HOUR = 60 * SyntheticRun.MINUTE;
    private static final List<NodeId> NODES = List.of(new NodeId(1), new NodeId(2), new NodeId(3));
    private static final Map<String, String> MODELS = Map.of("v-0", "Volta L", "v-1", "Ion 40", "v-2", "Ion 40");

    @TempDir
    private Path directory;

    @Test
    void slicesThatDivideTheDecisionsAddUpToAll() {
        for (long seed = 1; seed <= 10; seed++) {
            List<String[]> slices = slices(decided(seed, 2, 600), MODELS, List.of());
            long all = decisions(slices, "all", "fleet");
            assertTrue(all > 100, "seed " + seed);
            assertEquals(all, decisions(slices, "contested", "fleet"), "seed " + seed);
            assertEquals(all, decisions(slices, "node", "fleet"), "seed " + seed);
            assertEquals(all, decisions(slices, "model", "fleet"), "seed " + seed);
            for (NodeId node : NODES) {
                long own = decisions(slices, "all", node.toString());
                assertEquals(own, decisions(slices, "contested", node.toString()), "seed " + seed);
                assertEquals(own, decisions(slices, "model", node.toString()), "seed " + seed);
            }
        }
    }

    @Test
    void aDriftIsLookedAtSixHoursBeforeAndAfterItsOnset() {
        List<Decided> decided = decided(1, 2, 600);
        Span front = new Span(20 * HOUR, OptionalLong.empty(), "", "cold-front", "12 K");
        List<String[]> slices = slices(decided, MODELS, List.of(front));
        assertEquals(
                decided.stream()
                        .filter(d -> d.ofFleet() && d.timeMs() >= 14 * HOUR && d.timeMs() < 20 * HOUR)
                        .count(),
                decisions(slices, "before-drift", "fleet"));
        assertEquals(
                decided.stream()
                        .filter(d -> d.ofFleet() && d.timeMs() >= 20 * HOUR && d.timeMs() < 26 * HOUR)
                        .count(),
                decisions(slices, "after-drift", "fleet"));
        assertEquals(
                "cold-front at 20.00 h",
                rows(slices, row -> row[0].equals("after-drift")).get(0)[1]);
    }

    @Test
    void aDriftOfOneNodeConcernsThatNodeAndTheFleet() {
        Span works = new Span(20 * HOUR, OptionalLong.empty(), "node-2", "road-works", "");
        List<String[]> slices = slices(decided(1, 2, 600), MODELS, List.of(works));
        assertEquals(
                List.of("fleet", "node-2"),
                rows(slices, row -> row[0].equals("after-drift")).stream()
                        .map(row -> row[2])
                        .toList());
        assertEquals(
                "road-works at 20.00 h on node-2",
                rows(slices, row -> row[0].equals("after-drift")).get(0)[1]);
    }

    @Test
    void theFirstDecisionsAreThoseWhoseLabelsCameFirst() {
        List<Decided> decided = decided(2, 2, 600);
        List<String[]> slices = slices(decided, MODELS, List.of());
        long right = decided.stream()
                .filter(Decided::ofFleet)
                .limit(100)
                .filter(d -> d.scored().predicted() == d.scored().label())
                .count();
        List<String[]> first = rows(slices, row -> row[0].equals("first") && row[2].equals("fleet"));
        assertEquals(List.of("100", "200"), first.stream().map(row -> row[1]).toList());
        assertEquals(Cells.fixed(right / 100.0, 6), first.get(0)[4]);
    }

    @Test
    void withoutVehiclesOrWithMoreClassesThereAreNoCosts() {
        for (int classes : new int[] {2, 5}) {
            ScoreTables tables = new ScoreTables(
                    classes,
                    NODES,
                    decided(3, classes, 300),
                    classes == 2 ? Map.of() : MODELS,
                    List.of(),
                    TribuoEvaluation::of);
            Map<RunTable, List<String[]>> all = tables.all();
            assertTrue(all.get(RunTable.COSTS).isEmpty());
            int cost = RunTable.SLICES.index("cost_per_1000");
            assertTrue(all.get(RunTable.SLICES).stream().allMatch(row -> row[cost].isEmpty()));
            assertEquals((classes + 2) * 4, all.get(RunTable.CLASSES).size());
        }
    }

    @Test
    void withoutARuleItsColumnIsEmptyAndTheRestIsThere() {
        List<Decided> decided = decided(4, 4, 300).stream()
                .map(d ->
                        new Decided(d.timeMs(), d.labelTimeMs(), d.node(), d.vehicle(), d.ofFleet(), bare(d.scored())))
                .toList();
        String[] all = slices(decided, Map.of(), List.of(), 4).get(0);
        assertEquals("", all[RunTable.SLICES.index("rule")]);
        assertFalse(all[RunTable.SLICES.index("temporal_kappa")].isEmpty());
        assertFalse(all[RunTable.SLICES.index("kappa_m")].isEmpty());
    }

    @Test
    void whereNothingIsContestedNothingIsDividedByIt() {
        List<Decided> decided = decided(5, 2, 300).stream()
                .map(d ->
                        new Decided(d.timeMs(), d.labelTimeMs(), d.node(), d.vehicle(), d.ofFleet(), bare(d.scored())))
                .toList();
        assertEquals(List.of(), rows(slices(decided, MODELS, List.of()), row -> row[0].equals("contested")));
    }

    @Test
    void withoutDecisionsThereIsStillARowForAll() {
        List<String[]> slices = slices(List.of(), Map.of(), List.of());
        assertEquals(4, slices.size());
        assertEquals("0", slices.get(0)[3]);
        assertEquals("", slices.get(0)[4]);
    }

    /** Against the scores of {@code accuracy.csv}, which are computed by other means. */
    @Test
    void theSliceOfAllHasTheScoresOfAWindowThatHoldsTheWholeRun() throws IOException {
        RunFiles.write(SyntheticRun.of(5, 10, 5 * SyntheticRun.MINUTE, 30 * HOUR), 0, directory);
        List<Row> accuracy = TableReader.rows(directory, RunTable.ACCURACY);
        List<Row> last = accuracy.subList(accuracy.size() - 4, accuracy.size());
        for (Row all : TableReader.rows(directory, RunTable.SLICES)) {
            if (all.text("slice").equals("all")) {
                Row window = last.stream()
                        .filter(row -> row.text("node").equals(all.text("node")))
                        .findFirst()
                        .orElseThrow();
                assertTrue(window.whole("decisions") > 10 && window.whole("decisions") <= 200, window + "");
                for (String column : List.of(
                        "decisions",
                        "accuracy",
                        "balanced_accuracy",
                        "kappa",
                        "log_loss",
                        "majority",
                        "no_change",
                        "last_of_vehicle",
                        "rule")) {
                    assertEquals(window.text(column), all.text(column), all.text("node") + " " + column);
                }
            }
        }
    }

    @Test
    void whatTheRecorderHasFromTribuoIsWhatTheCheckCounts() {
        List<Decided> decided = decided(6, 3, 500);
        Map<RunTable, List<String[]>> tribuo =
                new ScoreTables(3, NODES, decided, MODELS, List.of(), TribuoEvaluation::of).all();
        Map<RunTable, List<String[]>> counted =
                new ScoreTables(3, NODES, decided, MODELS, List.of(), ScoreCheck::counted).all();
        for (RunTable table : tribuo.keySet()) {
            assertArrayEquals(tribuo.get(table).toArray(), counted.get(table).toArray(), table.fileName());
        }
    }

    /** An F1 of 1/128 is half way between two numbers of six decimals: Tribuo's is a bit below it, 2 tp / (2 tp + fp + fn) not. */
    @Test
    void aScoreHalfWayBetweenTwoDecimalsIsWrittenAlikeByBoth() {
        List<Decided> decided = new ArrayList<>(Collections.nCopies(1, decision(1, 1)));
        decided.addAll(Collections.nCopies(22, decision(1, 0)));
        decided.addAll(Collections.nCopies(232, decision(0, 1)));
        ScoreTables tribuo = new ScoreTables(2, NODES, decided, MODELS, List.of(), TribuoEvaluation::of);
        ScoreTables counted = new ScoreTables(2, NODES, decided, MODELS, List.of(), ScoreCheck::counted);
        String[] row = tribuo.all().get(RunTable.CLASSES).get(1);
        assertEquals("0.007813", row[RunTable.CLASSES.index("f1")]);
        assertArrayEquals(row, counted.all().get(RunTable.CLASSES).get(1));
    }

    private static Decided decision(int predicted, int label) {
        return new Decided(0, 0, 1, "v-0", true, new ScoredDecision(predicted, label, 0.5, false, Baselines.NONE));
    }

    private static ScoredDecision bare(ScoredDecision d) {
        Baselines said = d.baselines();
        return new ScoredDecision(
                d.predicted(),
                d.label(),
                d.probability(),
                false,
                new Baselines(said.majority(), said.noChange(), said.lastOfVehicle(), OptionalInt.empty()));
    }

    private static List<Decided> decided(long seed, int classes, int count) {
        RandomGenerator random = RandomStream.named(seed, "decided");
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            decided.add(new Decided(
                    random.nextLong(40 * HOUR),
                    i,
                    1 + random.nextInt(3),
                    "v-" + random.nextInt(3),
                    random.nextInt(2) == 0,
                    new ScoredDecision(
                            random.nextInt(classes),
                            random.nextInt(classes),
                            random.nextDouble(),
                            random.nextInt(4) == 0,
                            new Baselines(
                                    OptionalInt.of(random.nextInt(classes)),
                                    OptionalInt.of(random.nextInt(classes)),
                                    OptionalInt.empty(),
                                    OptionalInt.of(random.nextInt(classes))))));
        }
        return decided;
    }

    private static List<String[]> slices(List<Decided> decided, Map<String, String> models, List<Span> drift) {
        return slices(decided, models, drift, 2);
    }

    private static List<String[]> slices(
            List<Decided> decided, Map<String, String> models, List<Span> drift, int classes) {
        return new ScoreTables(classes, NODES, decided, models, drift, ScoreCheck::counted)
                .all()
                .get(RunTable.SLICES);
    }

    private static long decisions(List<String[]> slices, String kind, String node) {
        return rows(slices, row -> row[0].equals(kind) && row[2].equals(node)).stream()
                .mapToLong(row -> Long.parseLong(row[3]))
                .sum();
    }

    private static List<String[]> rows(List<String[]> slices, Predicate<String[]> condition) {
        return slices.stream().filter(condition).toList();
    }
}
