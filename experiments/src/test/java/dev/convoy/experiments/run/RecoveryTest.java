package dev.convoy.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real fleet, nodes and aggregator, cut off at random points and continued from their snapshots. */
final class RecoveryTest {
    @TempDir
    Path directory;

    private String digest(Settings settings, List<String> changes, String name) throws Exception {
        Wiring wiring = new Wiring(Experiments.read(Path.of("short.yaml"), changes));
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        new LocalEngine(
                        wiring.topology(),
                        wiring::actor,
                        wiring.seed(),
                        wiring.durationMs(),
                        settings,
                        new Records(recorder))
                .run();
        Path results = Files.createDirectories(directory.resolve(name));
        return recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of()))
                .digest();
    }

    @Test
    void actorsCutOffAtAnyPointGoOnAsIfNothingHadHappened() throws Exception {
        for (int seed = 1; seed <= 3; seed++) {
            List<String> changes = List.of("seed=" + seed);
            String undisturbed = digest(Settings.of(2), changes, "undisturbed-" + seed);
            Settings cutOff = new Settings(2, true, OptionalLong.of(seed));
            assertEquals(undisturbed, digest(cutOff, changes, "cut-off-" + seed), "seed " + seed);
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        String one = digest(Settings.of(1), List.of(), "one");
        assertEquals(one, digest(Settings.of(2), List.of(), "two"));
        assertEquals(one, digest(Settings.of(4), List.of(), "four"));
    }

    @Test
    void whereNodesFollowTheirAlarmsNeitherThreadsNorInterruptionsMatter() throws Exception {
        List<String> changes = List.of(
                "nodes.detector={kind: ddm, warm-up: 3, warning: 0.5, drift: 1}",
                "nodes.sync={kind: on-drift, at-latest: none, minimum-gap: 10m}",
                "duration=10h");
        String one = digest(Settings.of(1), changes, "one");
        assertEquals(one, digest(Settings.of(2), changes, "two"));
        assertEquals(one, digest(Settings.of(4), changes, "four"));
        assertEquals(one, digest(new Settings(2, true, OptionalLong.of(5)), changes, "cut-off"));

        long alarms = Files.readAllLines(directory.resolve("one/alarms.csv")).size() - 1;
        long updates = Files.readAllLines(directory.resolve("one/updates.csv")).size() - 1;
        assertTrue(updates >= 4 && alarms >= updates, updates + " updates, " + alarms + " alarms");
    }

    @Test
    void whereTheAggregatorAsksNodesNeitherThreadsNorInterruptionsMatter() throws Exception {
        List<String> early = List.of("sweep.grid={}", "aggregator.staleness.limit=2", "nodes.learner.kind=dense");
        for (String ask : List.of(
                "aggregator.staleness.beyond={kind: wait, at-most: 20m}",
                "aggregator.staleness.beyond=pull",
                "aggregator.staleness.beyond={kind: pace, at-most: 20m}",
                "aggregator.slots={active: 2, open: 1, at-most: 1h}")) {
            List<String> changes = new ArrayList<>(early);
            changes.add(ask);
            String name = ask.replaceAll("[^a-z]+", "-");
            String one = digest(Settings.of(1), changes, "one-" + name);
            assertEquals(one, digest(Settings.of(4), changes, "four-" + name), ask);
            assertEquals(one, digest(new Settings(2, true, OptionalLong.of(5)), changes, "cut-off-" + name), ask);
        }
        assertTrue(Files.readAllLines(directory.resolve("one-aggregator-staleness-beyond-pull/requests.csv"))
                        .size()
                > 5);
    }

    @Test
    void whatFaultyNodesRememberOutlivesInterruptions() throws Exception {
        List<String> changes = List.of("faults=[{kind: old-model, node: node-1, rounds: 3}, "
                + "{kind: late, node: node-3, by: 25m, at: 1h, for: 2h}, "
                + "{kind: misses, node: node-1, one-in: 4, probability: 0.2}, "
                + "{kind: down, node: node-4, mttf: 2h, mttr: 20m}, {kind: cut-off, node: node-2, at: 4h, for: 20m, every: 1h}, "
                + "{kind: noisy, node: node-2, deviation: 0.5}, {kind: nan, node: node-3, at: 5h}]");
        String one = digest(Settings.of(1), changes, "one");
        assertEquals(one, digest(Settings.of(2), changes, "two"));
        for (int seed = 1; seed <= 2; seed++) {
            assertEquals(one, digest(new Settings(2, true, OptionalLong.of(seed)), changes, "cut-off-" + seed));
        }
        assertTrue(
                Files.readString(directory.resolve("one/updates.csv")).contains("rejected,non-finite"),
                "an update without numbers arrives and has a fate");
    }

    @Test
    void overLinksOnWhichEverythingGoesWrongNeitherThreadsNorInterruptionsMatter() throws Exception {
        List<String> changes =
                List.of("nodes.link={latency: 4m, jitter: 3m, gemodel: {p: 50%, r: 30%, 1-h: 90%, 1-k: 5%}, "
                        + "duplicate: 20%, reorder: 10%, rate: 1kbit, retransmit: {timeout: 1m, attempts: 2}}");
        String one = digest(Settings.of(1), changes, "one");
        assertEquals(one, digest(Settings.of(2), changes, "two"));
        for (int seed = 1; seed <= 2; seed++) {
            assertEquals(one, digest(new Settings(2, true, OptionalLong.of(seed)), changes, "cut-off-" + seed));
        }
        String updates = Files.readString(directory.resolve("one/updates.csv"));
        assertTrue(updates.contains(",2,0\n") && updates.contains(",lost,"), "something should go wrong: " + updates);
    }

    @Test
    void whereTheAggregatorTrainsNeitherThreadsNorInterruptionsMatter() throws Exception {
        for (String change : List.of("strategy={kind: central, every: 7m}", "central-training={steps: 5}")) {
            List<String> changes =
                    List.of("aggregator." + change, "nodes.learner.kind=dense", "nodes.link.loss=10%", "duration=10h");
            String name = change.substring(0, 8);
            String one = digest(Settings.of(1), changes, name + "-one");
            assertEquals(one, digest(Settings.of(2), changes, name + "-two"));
            assertEquals(one, digest(Settings.of(4), changes, name + "-four"));
            assertEquals(one, digest(new Settings(2, true, OptionalLong.of(5)), changes, name + "-cut-off"));

            long versions = Files.readAllLines(directory.resolve(name + "-one/models.csv"))
                            .size()
                    - 1;
            assertTrue(versions >= 10, change + ": " + versions + " versions");
        }
    }

    private record Records(RunRecorder recorder) implements Recorder {
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
