package dev.convoy.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.cli.Main;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.modelfile.ModelShape;
import dev.convoy.experiments.processes.JavaCommand;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.Recording;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Recorder;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.VehicleField;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start from a model in a file, on both engines. */
final class WarmStartTest {
    private static final List<String> SHORT = List.of("duration=90m", "faults=[]", "fleet.vehicles=16");

    @TempDir
    Path directory;

    @Test
    void processesStartFromTheModelThatTheLocalEngineStartsFromWithoutItsFile() throws Exception {
        Path file = model();
        List<String> settings = new ArrayList<>(SHORT);
        settings.add("nodes.initial-model=" + file);
        ExperimentConfig warm = Experiments.read(Path.of("short.yaml"), settings);
        Files.delete(file);
        Recording local = record(warm, new LocalRun(1), "local");
        Recording processes = record(warm, processes(), "processes");
        record(Experiments.read(Path.of("short.yaml"), SHORT), new LocalRun(1), "cold");

        assertTrue(local.counts().predictions() > 100, "too few predictions: " + local.counts());
        assertEquals(local.digest(), processes.digest());
        assertNotEquals(first("cold"), first("local"));
    }

    private Engine processes() {
        return new ProcessRun(
                new ProcessRun.Cluster(Optional.empty(), Optional.empty(), 0, false, false),
                "warm-test",
                directory,
                new JavaCommand(Main.class.getName(), 256),
                Double.POSITIVE_INFINITY);
    }

    private Recording record(ExperimentConfig config, Engine engine, String name) throws Exception {
        Wiring wiring = new Wiring(config);
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        engine.run(wiring, new Passed(recorder));
        Path results = Files.createDirectories(directory.resolve(name));
        return recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
    }

    /** The first prediction of a run: made before anything was learned. */
    private String first(String name) throws IOException {
        Path file = directory.resolve(name).resolve("predictions.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).findFirst().orElseThrow();
        }
    }

    private Path model() throws IOException {
        NeuralNetwork network = NeuralNetwork.standard();
        List<ModelShape.Feature> features = VehicleField.schema().fields().stream()
                .filter(Field::feature)
                .map(field -> new ModelShape.Feature(field.name(), field.low(), field.high()))
                .toList();
        Parameters parameters = network.initialParameters(features.size(), 2, RandomStream.named(99, "another start"));
        ModelShape shape = new ModelShape(
                network.hidden(), features, VehicleField.workload().classes());
        return ModelFile.write(directory, "trained", parameters, shape);
    }

    private record Passed(RunRecorder recorder) implements Recorder {
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
