package dev.convoy.experiments.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.modelfile.ParameterBytes;
import dev.convoy.experiments.plots.SweepPlots;
import dev.convoy.experiments.plots.Table;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.report.SweepReport;
import dev.convoy.experiments.run.Engine;
import dev.convoy.experiments.run.LocalRun;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.learning.Parameters;
import dev.convoy.replay.Vehicles;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sweeps of a small world, with the learner that is trained fastest. */
final class SweepTest {
    private static final String FILE = """
            {name: small, seed: 3, duration: 8h, report-every: 1h, fleet: {vehicles: 30},
             nodes: {learner: {kind: dense, hidden: []}, exchange-every: 30m},
             sweep: {seeds: 3, baselines: [alone], treatments: {%s}}}
            """;
    private static final String ALONE = "alone: {aggregator.strategy: none}";
    private static final String TOGETHER = "together: {aggregator: {trigger: {updates: 2}}}";

    @TempDir
    Path directory;

    @Test
    void oneJobOrTwoMakeTheSameTables() throws Exception {
        SweepPlan plan = plan(ALONE + ", " + TOGETHER);
        sweep(plan, "one", 1);
        sweep(plan, "two", 2);

        for (String table : List.of("results.csv", "summary.csv", "summary.md", "curves.csv")) {
            assertEquals(read("one", table), read("two", table), table);
        }
        assertEquals(7, read("one", "results.csv").lines().count());
        assertTrue(rows("one").stream().allMatch(row -> row.needed("accuracy") > 0.2), read("one", "results.csv"));
        assertTrue(rows("one").stream().allMatch(row -> row.needed("gradient_steps") > 5));
    }

    @Test
    void whatWasInterruptedGoesOnWithTheRunsThatAreMissing() throws Exception {
        SweepPlan plan = plan(ALONE + ", " + TOGETHER);
        sweep(plan, "whole", 2);
        Path runs = directory.resolve("whole").resolve("runs");
        Path cut = Files.createDirectories(directory.resolve("cut").resolve("runs"));
        List<Path> finished;
        try (Stream<Path> files = Files.list(runs)) {
            finished =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        assertEquals(6, finished.size());
        for (Path file : finished.subList(0, 4)) {
            Files.copy(file, cut.resolve(file.getFileName()));
        }
        // A kill in the middle of writing leaves what does not count, and a file may be damaged.
        Files.writeString(cut.resolve(finished.get(4).getFileName() + ".part"), "{");
        Files.writeString(cut.resolve(finished.get(5).getFileName()), "{\"measures\":");

        String shown = sweep(plan, "cut", 1);

        assertTrue(shown.contains("4 of 6 runs were finished earlier"), shown);
        assertEquals(read("whole", "results.csv"), read("cut", "results.csv"));
        assertEquals(read("whole", "summary.csv"), read("cut", "summary.csv"));
        assertTrue(sweep(plan, "cut", 1).contains("6 of 6 runs were finished earlier"));
    }

    @Test
    void aRunThatFailsIsToldAndTheOthersAreMade() throws Exception {
        SweepPlan plan = plan(
                "broken: {nodes.learner: logistic-regression, nodes.initial-model: \"" + hugeModel() + "\"}, " + ALONE);
        sweep(plan, "out", 2);
        List<Table.Row> rows = rows("out");

        assertEquals(6, rows.size());
        for (Table.Row row : rows) {
            boolean broken = row.text("treatment").equals("broken");
            assertEquals(
                    broken,
                    row.text("failure").startsWith("an actor failed"),
                    row.text("treatment") + ": " + row.text("failure"));
            assertEquals(broken, row.number("accuracy").isEmpty());
        }
        assertTrue(read("out", "summary.csv").contains("alone,accuracy,3,"));
        List<String> page = read("out", "summary.md").lines().toList();
        assertEquals(4, page.size());
        assertTrue(page.get(3).matches("\\| alone \\| 0\\.\\d{3} \u00b1 .*"), page.get(3));
        assertTrue(page.get(2).matches("\\| broken [| ]+"), page.get(2));
    }

    @Test
    void theMeasuresOfARunAreThoseOfItsOwnTables() throws Exception {
        SweepPlan plan = plan(TOGETHER);
        sweep(plan, "sweep", 1);
        Wiring wiring = new Wiring(plan.runs().get(0).experiment());
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        new LocalRun(1).run(wiring, new Kept(recorder));
        Path run = Files.createDirectories(directory.resolve("run"));
        recorder.write(run, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));

        Table.Row row = rows("sweep").get(0);
        Table.Row all = Table.read(run.resolve("slices.csv")).rows().get(0);
        for (String score : List.of("accuracy", "balanced_accuracy", "kappa", "log_loss", "decisions")) {
            assertEquals(all.needed(score), row.needed(score), score);
        }
        assertEquals(all.needed("rule"), row.needed("rule_accuracy"));
        assertEquals(all.needed("cost_per_1000"), row.needed("cost_per_1000"), 1e-3);
        List<Table.Row> updates = Table.read(run.resolve("updates.csv")).rows();
        assertEquals(updates.size(), row.needed("updates_sent"));
        assertEquals(updates.stream().mapToDouble(u -> u.needed("bytes")).sum(), row.needed("bytes_sent"));
        assertEquals(
                updates.stream()
                        .filter(u -> u.text("fate").equals("aggregated"))
                        .mapToDouble(u -> u.needed("staleness"))
                        .average()
                        .orElseThrow(),
                row.needed("mean_staleness"),
                1e-6);
        assertEquals(Table.read(run.resolve("models.csv")).rows().size(), row.needed("versions"));
        assertEquals(
                Table.read(run.resolve("adoptions.csv")).rows().size() + updates.size(),
                row.needed("synchronisations"));
        List<Table.Row> heard = Table.read(run.resolve("participation.csv")).rows();
        assertEquals(heard.get(heard.size() - 1).needed("bias"), row.needed("participation_bias"), 1e-6);
        List<Table.Row> accuracy = Table.read(run.resolve("accuracy.csv")).rows().stream()
                .filter(r ->
                        r.text("node").equals("fleet") && r.number("accuracy").isPresent())
                .toList();
        try (SweepFolder folder = SweepFolder.open(directory.resolve("sweep"))) {
            RunResult result = folder.result(plan.runs().get(0)).orElseThrow();
            assertEquals(
                    accuracy.stream().map(r -> r.needed("accuracy")).toList(),
                    List.copyOf(result.accuracy().values()));
        }
    }

    @Test
    void withOneSeedThereAreMeansButNoIntervals() throws Exception {
        SweepPlan plan = plan(FILE.formatted(ALONE + ", " + TOGETHER), "sweep.seeds=1");
        sweep(plan, "out", 1);
        Table.Row accuracy = Table.read(directory.resolve("out").resolve("summary.csv")).rows().stream()
                .filter(row -> row.text("treatment").equals("together")
                        && row.text("measure").equals("accuracy"))
                .findFirst()
                .orElseThrow();

        assertTrue(accuracy.number("mean").isPresent()
                && accuracy.number("difference").isPresent());
        for (String column : List.of("sd", "lower", "upper", "bootstrap_lower", "difference_lower", "p", "p_holm")) {
            assertEquals("", accuracy.text(column), column);
        }
    }

    @Test
    void theReportHoldsTheQuestionEveryTreatmentAndAllThatIsDrawn() throws Exception {
        SweepPlan plan = new SweepPlan(
                Experiments.readSweep(
                        file(FILE.formatted(ALONE)),
                        List.of(
                                "sweep.baselines=[]",
                                "sweep.treatments={}",
                                "sweep.question='Is <one> enough?'",
                                "sweep.grid={nodes.exchange-every: [10m, 1h]}")),
                "local");
        sweep(plan, "out", 2);
        Path out = directory.resolve("out");
        new SweepManifest(plan, "local", List.of("./convoy", "sweep", "it's.yaml")).write(out);
        List<Path> drawn = SweepPlots.draw(out);
        String report = Files.readString(SweepReport.write(out));

        List<String> pictures = drawn.stream()
                .map(f -> f.getFileName().toString())
                .filter(f -> f.endsWith(".svg"))
                .toList();
        assertEquals(List.of("axis.svg", "differences.svg", "boxes.svg", "over-time.svg", "pareto.svg"), pictures);
        assertEquals(pictures.size(), report.split("<img ", -1).length - 1);
        assertTrue(report.contains("Is &lt;one&gt; enough?"));
        assertTrue(report.contains("every=10m") && report.contains("every=1h"));
        assertTrue(report.contains("sweep &#39;it&#39;\\&#39;&#39;s.yaml&#39;"), "the command as a shell reads it");
        byte[] picture = Files.readAllBytes(drawn.get(0));
        SweepPlots.draw(out);
        assertArrayEquals(picture, Files.readAllBytes(drawn.get(0)));
    }

    @Test
    void aReportOnOneSeedSaysThatItKnowsNothingOfChance() throws Exception {
        SweepPlan plan = plan(FILE.formatted(ALONE + ", " + TOGETHER), "sweep.seeds=1");
        sweep(plan, "out", 1);
        Path out = directory.resolve("out");
        new SweepManifest(plan, "local", List.of()).write(out);
        SweepPlots.draw(out);

        String report = Files.readString(SweepReport.write(out));
        assertTrue(report.contains("With one seed nothing can be said of chance"));
        assertFalse(report.contains("±"));
    }

    @Test
    void aDirectoryIsOneSweepsAtATimeAndOfNothingElse() throws Exception {
        Path used = directory.resolve("used");
        try (SweepFolder folder = SweepFolder.open(used)) {
            assertEquals(used, folder.path());
        }
        SweepFolder.open(used).close();
        Path other = Files.createDirectories(directory.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "");
        assertThrows(RunFileException.class, () -> SweepFolder.open(other));
    }

    @Test
    void severalBaselinesEachHaveTheTreatmentsAfterThem() throws Exception {
        String treatments = ALONE + ", " + TOGETHER + ", one: {aggregator.trigger.updates: 1}, "
                + "four: {aggregator.trigger.updates: 4}";
        SweepPlan plan = plan(
                FILE.formatted(treatments)
                        .replace("baselines: [alone]", "baselines: [together, one], measures: [kappa, accuracy]"),
                "seed=4");
        sweep(plan, "out", 2);

        assertEquals(
                List.of("together", "together", "one", "one"),
                Stream.of("alone", "together", "one", "four")
                        .map(plan.sweep()::baselineOf)
                        .toList());
        List<Table.Row> rows = rows("out");
        double expected = 0;
        for (int seed = 0; seed < 3; seed++) {
            expected += (rows.get(9 + seed).needed("kappa") - rows.get(6 + seed).needed("kappa")) / 3;
        }
        Table.Row four = Table.read(directory.resolve("out").resolve("summary.csv")).rows().stream()
                .filter(row -> row.text("treatment").equals("four")
                        && row.text("measure").equals("kappa"))
                .findFirst()
                .orElseThrow();
        assertEquals(expected, four.needed("difference"), 2e-6);
        assertTrue(
                read("out", "summary.md")
                        .startsWith("| treatment | kappa | difference to its baseline: together, one | accuracy of"),
                read("out", "summary.md"));
    }

    @Test
    void wallTimeIsTakenWhereItSaysSomethingAndLeavesTheResultsAsTheyAre() throws Exception {
        SweepPlan plan = plan(TOGETHER);
        sweep(plan, "timed", 1, true);
        sweep(plan, "other", 1, false);

        assertEquals(read("other", "results.csv"), read("timed", "results.csv"));
        assertFalse(Files.exists(directory.resolve("other").resolve("pace.csv")));
        List<Table.Row> runs =
                Table.read(directory.resolve("timed").resolve("pace.csv")).rows();
        assertEquals(3, runs.size());
        double mean = 0;
        for (Table.Row run : runs) {
            assertEquals(30 * 8 * 60, run.needed("records"), 30, "a record a vehicle and minute");
            assertEquals(run.needed("records") / run.needed("wall_s"), run.needed("records_per_s"), 20_000);
            mean += run.needed("records_per_s") / 3;
        }
        Table.Row summary = Table.read(directory.resolve("timed").resolve("pace-summary.csv"))
                .rows()
                .get(0);
        assertEquals(mean, summary.needed("mean"), 0.1);
        new SweepManifest(plan, "kafka", List.of()).write(directory.resolve("timed"));
        assertTrue(SweepPlots.draw(directory.resolve("timed")).stream().anyMatch(file -> file.endsWith("pace.png")));
        assertTrue(Files.readString(SweepReport.write(directory.resolve("timed")))
                .contains("Telemetry records in a second of wall time"));
    }

    @Test
    void theTimeToATargetIsThatOfTheFirstReportFromWhichItIsHeld() throws Exception {
        SweepPlan plan = plan(FILE.formatted(TOGETHER), "sweep={baselines: [], target-accuracy: 0.5}");
        sweep(plan, "out", 1);

        try (SweepFolder folder = SweepFolder.open(directory.resolve("out"))) {
            int reached = 0;
            for (PlannedRun run : plan.runs()) {
                RunResult result = folder.result(run).orElseThrow();
                OptionalDouble expected = result.accuracy().keySet().stream()
                        .filter(from -> from + 3 * 3_600_000 <= 8 * 3_600_000)
                        .filter(from -> result.accuracy().subMap(from, from + 3 * 3_600_000 + 1).values().stream()
                                .allMatch(accuracy -> accuracy >= 0.5))
                        .mapToDouble(from -> from / 3.6e6)
                        .findFirst();
                assertEquals(
                        expected,
                        Optional.ofNullable(result.values().get(Measure.HOURS_TO_TARGET)).stream()
                                .mapToDouble(hours -> hours)
                                .findFirst());
                reached += expected.isPresent() ? 1 : 0;
            }
            assertTrue(reached > 0);
        }
        assertNotEquals(
                plan.runs().get(0).key(),
                plan(FILE.formatted(TOGETHER), "sweep={baselines: [], target-accuracy: 0.6}")
                        .runs()
                        .get(0)
                        .key());
    }

    /** @param isTimed whether its wall time is said to matter */
    private record InThisJvm(boolean isTimed) implements SweepEngine {
        @Override
        public String word() {
            return "local";
        }

        @Override
        public Engine engine(Path workplace) {
            return new LocalRun(1);
        }
    }

    /** With parameters that are finite, but whose squares are not. */
    private static String hugeModel() {
        float[] huge = new float[Vehicles.standard().workload().schema().featureCount() + 1];
        for (int i = 0; i < huge.length; i++) {
            huge[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
        }
        return "float32:" + Base64.getEncoder().encodeToString(ParameterBytes.of(Parameters.of(huge)));
    }

    private SweepPlan plan(String treatments) throws IOException {
        return plan(FILE.formatted(treatments), "sweep.baselines=[]");
    }

    private SweepPlan plan(String text, String setting) throws IOException {
        return new SweepPlan(Experiments.readSweep(file(text), List.of(setting)), "local");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("small.yaml"), text);
    }

    private String sweep(SweepPlan plan, String name, int jobs) throws Exception {
        return sweep(plan, name, jobs, false);
    }

    private String sweep(SweepPlan plan, String name, int jobs, boolean timed) throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (SweepFolder folder = SweepFolder.open(directory.resolve(name))) {
            PrintStream show = new PrintStream(shown, true, StandardCharsets.UTF_8);
            new SweepRun(plan, folder, new InThisJvm(timed), jobs, show, false)
                    .execute()
                    .write(folder.path());
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private String read(String name, String table) throws IOException {
        return Files.readString(directory.resolve(name).resolve(table));
    }

    private List<Table.Row> rows(String name) {
        return Table.read(directory.resolve(name).resolve("results.csv")).rows();
    }

    private record Kept(RunRecorder recorder) implements Recorder {
        @Override
        public void record(Envelope<?> envelope) {
            recorder.accept(envelope);
        }

        @Override
        public void progress(ActorId actor, long runTimeMs) {}

        @Override
        public void deadLetter(DeadLetter letter) {}
    }
}
