package dev.convoy.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.Recording;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.learning.forest.Forest;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with random forests, whose trees come together by union. */
final class ForestRunTest {
    private static final List<String> SETTINGS = List.of(
            "duration=6h",
            "faults=[]",
            "nodes.learner={kind: random-forest, trees: 3, depth: 5, retrain-after: 16}",
            "aggregator.strategy=union");

    @TempDir
    Path directory;

    @Test
    void theSameSeedGivesTheSameRunOnAnyNumberOfThreadsAndAnotherOneAnother() throws Exception {
        Recording once = record(List.of(), 1, "once");

        assertEquals(once.digest(), record(List.of(), 2, "twice").digest());
        assertNotEquals(once.digest(), record(List.of("seed=8"), 1, "other").digest());
    }

    @Test
    void theGlobalForestOfARunIsWhereAnotherCanStart() throws Exception {
        record(List.of(), 1, "first");
        Path global = directory.resolve("first").resolve("models").resolve("global.f32");
        Forest forest = Forest.of(ModelFile.read(global).parameters());
        assertTrue(forest.trees().size() > 1, "nodes with trees: " + forest);

        Recording second = record(List.of("nodes.initial-model=" + global), 1, "second");

        assertNotEquals(record(List.of(), 1, "third").digest(), second.digest());
    }

    private Recording record(List<String> more, int threads, String name) throws Exception {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(more);
        ExperimentConfig config = Experiments.read(Path.of("short.yaml"), settings);
        Wiring wiring = new Wiring(config);
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        new LocalRun(threads).run(wiring, new Passed(recorder));
        Path results = Files.createDirectories(directory.resolve(name));
        return recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
    }

    private record Passed(RunRecorder recorder) implements Recorder {
        @Override
        public void record(Envelope<?> envelope) {
            recorder.accept(envelope);
        }

        @Override
        public void progress(ActorId actor, long runTimeMs) {}

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new AssertionError(letter);
        }
    }
}
