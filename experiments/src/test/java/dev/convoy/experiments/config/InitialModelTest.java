package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.modelfile.ModelShape;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.VehicleField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitialModelTest {
    private static final List<Integer> HIDDEN = List.of(12, 8);

    @TempDir
    Path directory;

    private final Parameters parameters =
            NeuralNetwork.standard().initialParameters(VehicleField.schema().featureCount(), 2, new Random(4));

    @Test
    void theCanonicalFormHasTheChecksumAndNotThePlace() throws IOException {
        ExperimentConfig here = read(model(parameters, shape(HIDDEN)));
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        ExperimentConfig there = read(ModelFile.write(elsewhere, "other-name", parameters, shape(HIDDEN)));

        assertEquals(Experiments.write(here), Experiments.write(there));
        assertTrue(Experiments.write(here).contains("initial-model: sha256:"));
        assertFalse(Experiments.write(here).contains(directory.toString()));
    }

    @Test
    void anotherModelIsAnotherExperiment() throws IOException {
        ExperimentConfig one = read(model(parameters, shape(HIDDEN)));
        ExperimentConfig other = read(model(parameters.plus(parameters), shape(HIDDEN)));

        assertFalse(Experiments.write(one).equals(Experiments.write(other)));
    }

    @Test
    void aProcessGetsTheParametersWithoutTheFileAndHasTheSameCanonicalForm() throws IOException {
        Path file = model(parameters, shape(HIDDEN));
        ExperimentConfig config = read(file);
        String sent = Experiments.writeSpelledOut(config);
        Files.delete(file);
        ExperimentConfig received = Experiments.parse("the configuration", sent, List.of());

        assertEquals(config, received);
        assertEquals(parameters, received.nodes().initialModel().orElseThrow().parameters());
        assertEquals(Experiments.write(config), Experiments.write(received));
    }

    @Test
    void aModelOfAnotherShapeIsRefusedWithItsLine() throws IOException {
        Path narrow = model(Parameters.of(new float[7]), shape(List.of(1)));
        assertMistake(narrow, "its hidden layers are [1], the learner's are [12, 8]");
        List<ModelShape.Feature> others = new ArrayList<>(shape(HIDDEN).features());
        others.set(2, new ModelShape.Feature("temperature_c", -40, 45));
        assertMistake(
                model(parameters, new ModelShape(HIDDEN, others, List.of("drive-on", "charge"))),
                "temperature_c (-40.0 to 45.0) instead of temperature_c (-25.0 to 45.0)");
        assertMistake(
                model(parameters, new ModelShape(HIDDEN, shape(HIDDEN).features(), List.of("no", "yes"))),
                "its classes are [no, yes]");
        assertMistake(
                model(Parameters.of(new float[7]), shape(HIDDEN)),
                "it has 7 parameters, the learner has " + parameters.size());
    }

    @Test
    void aDamagedModelIsRefusedWithItsLine() throws IOException {
        Path file = model(parameters, shape(HIDDEN));
        byte[] bytes = Files.readAllBytes(file);
        bytes[9] ^= 1;
        Files.write(file, bytes);
        assertMistake(file, "is damaged: its SHA-256 is");
        Files.write(file, new byte[5]);
        assertMistake(file, "is damaged: it has 5 bytes");
        Files.delete(file);
        assertMistake(file, "there is no file");
        assertMistake(directory, "is a directory");
    }

    @Test
    void anIndexOfAnotherSchemaIsRefused() throws IOException {
        Path file = model(parameters, shape(HIDDEN));
        Path index = directory.resolve("models.json");
        String text = Files.readString(index);
        Files.writeString(index, text.replace("\"schema\" : 1", "\"schema\" : 2"));
        assertMistake(file, "models.json has schema version 2; version 1 can be read");
        Files.writeString(index, text.replace("network.f32", "other.f32"));
        assertMistake(file, "models.json does not list network.f32");
        Files.writeString(index, "{");
        assertMistake(file, "models.json is damaged");
    }

    @Test
    void aChecksumAloneIsNoModel() {
        assertMistake(Path.of("sha256:0a1b"), "only the model's checksum is given");
    }

    private void assertMistake(Path file, String message) {
        MistakesException refusal = assertThrows(MistakesException.class, () -> read(file));
        assertEquals(1, refusal.mistakes().size(), refusal.mistakes().toString());
        String told = refusal.mistakes().get(0).toString();
        assertTrue(told.startsWith("my.yaml:3: "), told);
        assertTrue(told.contains(message), told);
    }

    private static ExperimentConfig read(Path file) {
        return Experiments.parse("my.yaml", "nodes:\n  count: 4\n  initial-model: \"" + file + "\"\n", List.of());
    }

    private Path model(Parameters values, ModelShape shape) throws IOException {
        return ModelFile.write(directory, "network", values, shape);
    }

    private static ModelShape shape(List<Integer> hidden) {
        return new ModelShape(
                hidden,
                VehicleField.schema().fields().stream()
                        .filter(Field::feature)
                        .map(field -> new ModelShape.Feature(field.name(), field.low(), field.high()))
                        .toList(),
                List.of("drive-on", "charge"));
    }
}
