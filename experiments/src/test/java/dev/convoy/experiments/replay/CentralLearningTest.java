package dev.convoy.experiments.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.records.Recording;
import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Prediction;
import dev.convoy.runtime.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning from all data in one place, in whole runs. */
class CentralLearningTest {
    private static final List<String> SMALL = List.of(
            "workload.files=[data/elec2-small.csv]", "duration=10m", "report-every=1m", "nodes.exchange-every=15s");
    private static final String DENSE = "nodes.learner={kind: dense, hidden: [], learning-rate: 0.05, batch: 16}";

    @TempDir
    Path directory;

    @Test
    void withOneNodeAndNoDelayItIsPlainOnlineLearning() throws Exception {
        List<String> online = Stream.concat(
                        Elec2Figures.online(0.05).stream(),
                        Stream.of("nodes.decide-every=5ms", "nodes.link={latency: 0ms, jitter: 0ms}"))
                .toList();
        List<Probabilities> alone = probabilities(run(online));
        List<Probabilities> central = probabilities(
                run(Stream.concat(online.stream(), Stream.of("aggregator.strategy={kind: central, every: 5ms}"))
                        .toList()));

        assertEquals(480, alone.size());
        assertEquals(alone, central);
        assertNotEquals(alone.get(0), alone.get(479));
    }

    @Test
    void centralTrainingWithoutStepsChangesNothing() throws Exception {
        List<Prediction> merged = predictions("none");

        assertTrue(merged.equals(predictions("{steps: 0}")));
        assertFalse(merged.equals(predictions("{steps: 1}")));
    }

    /** Of all nodes, each in its own order. */
    private static List<Prediction> predictions(String centralTraining) throws InterruptedException {
        return run(List.of(DENSE, "nodes.link.loss=10%", "aggregator.central-training=" + centralTraining))
                .scored()
                .stream()
                .map(ReplayedRun.Scored::prediction)
                .sorted(Comparator.comparing(Prediction::node).thenComparing(Prediction::sequence))
                .toList();
    }

    @Test
    void whatIsForwardedIsRecordedAndCounted() throws Exception {
        for (String change : List.of("strategy={kind: central, every: 10s}", "central-training={steps: 2}")) {
            ReplayedRun run = run(List.of(DENSE, "nodes.link.loss=10%", "aggregator." + change));
            Recording recording = run.write(Files.createDirectories(directory.resolve(change.substring(0, 7))));

            assertTrue(
                    recording.ledger().closes(),
                    String.join("; ", recording.ledger().mismatches()));
            assertTrue(
                    recording.counts().aggregatorSteps() > 10,
                    recording.counts().toString());
            assertTrue(
                    recording.counts().forwardedBytes() > 480 * 24,
                    recording.counts().toString());
            assertEquals(change.startsWith("strategy"), recording.counts().nodeSteps() == 0);
        }
    }

    @Test
    void whatCannotWorkIsRefusedByName() {
        refused(
                "aggregator.central-training.buffer-rows must be at least",
                "aggregator.central-training={buffer-rows: 8}");
        refused(
                "aggregator.strategy.every must be at most the duration",
                "aggregator.strategy={kind: central, every: 1h}");
        refused(
                "central-training must be none",
                "aggregator.strategy=central",
                "aggregator.central-training={steps: 1}");
        refused("server-optimiser must be none", "aggregator.strategy=central", "aggregator.server-optimiser=momentum");
        refused("a learner without a gradient", "aggregator.strategy=central", "nodes.learner=random-forest");
        refused("nodes.proximal holds", "aggregator.strategy=central", "nodes.proximal=0.1");
    }

    private static void refused(String beginning, String... changes) {
        List<String> all = Stream.concat(Stream.concat(SMALL.stream(), Stream.of(DENSE)), Stream.of(changes))
                .toList();
        MistakesException mistakes =
                assertThrows(MistakesException.class, () -> Experiments.read(Path.of("elec2.yaml"), all));
        assertTrue(
                mistakes.mistakes().stream()
                        .anyMatch(mistake -> mistake.toString().contains(beginning)),
                mistakes.mistakes().toString());
    }

    private static List<Probabilities> probabilities(ReplayedRun run) {
        return run.scored().stream()
                .map(scored -> scored.prediction().probabilities())
                .toList();
    }

    private static ReplayedRun run(List<String> changes) throws InterruptedException {
        return new ReplayedRun(
                "elec2.yaml",
                Settings.of(1),
                Stream.concat(SMALL.stream(), changes.stream()).toArray(String[]::new));
    }
}
