package dev.convoy.experiments.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.plots.TrainingPlots;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.training.LabelledTable;
import dev.convoy.training.NetworkTraining;
import dev.convoy.training.Roles;
import dev.convoy.training.TableReader;
import dev.convoy.training.Training;
import dev.convoy.training.TrainingPlan;
import dev.convoy.training.TrainingResult;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a recorded file to nodes that start warm. */
final class TrainedModelTest {
    @TempDir
    Path directory;

    @Test
    void theSameFileAndSeedLeaveTheSameFilesAndTheirModelStartsTheNodes() throws IOException {
        Path first = train(7, "first");
        Path again = train(7, "again");
        Path other = train(8, "other");

        for (Path file : files(first)) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve(file)), Files.readAllBytes(again.resolve(file)), file.toString());
        }
        assertEquals(6, files(first).size(), files(first).toString());
        assertEquals(start(first), start(again));
        assertNotEquals(start(first), start(other));
    }

    @Test
    void thePlotsOfATrainingAreDrawnInColour() throws IOException {
        List<Path> plots = TrainingPlots.draw(train(7, "plotted"));

        assertEquals(
                List.of("feature-importance.png", "feature-importance.svg", "learning-curve.png", "learning-curve.svg"),
                plots.stream().map(plot -> plot.getFileName().toString()).toList());
        for (Path plot : plots) {
            if (plot.toString().endsWith(".png")) {
                BufferedImage image = ImageIO.read(plot.toFile());
                assertTrue(blue(image) > 200, plot + " has " + blue(image) + " blue pixels");
            }
        }
    }

    /** The ink of lines and bars. */
    private static int blue(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
            }
        }
        return count;
    }

    private Path train(long seed, String name) throws IOException {
        Path out = Files.createDirectories(directory.resolve(name));
        NetworkTraining network = new NetworkTraining(NeuralNetwork.standard(), 3, 2);
        TrainingPlan plan = new TrainingPlan(2, 0.25, 0.2, 4, List.of(3), List.of(3), network);
        LabelledTable table = new TableReader(
                        new Roles("label", List.of("vehicle", "leg"), List.of()), VehicleField.workload())
                .read(recording());
        TrainingResult result =
                new Training(plan, stream -> RandomStream.named(seed, stream), (stage, done, all) -> {}).run(table);
        new TrainingFiles(out).write("recording.csv", seed, network.network().hidden(), result);
        return out;
    }

    /** Decisions in which the vehicle's own estimate is right. */
    private Path recording() throws IOException {
        List<Field> fields = VehicleField.schema().fields();
        RandomGenerator random = RandomStream.named(3, "recording");
        StringBuilder csv = new StringBuilder(
                "vehicle,leg,label," + fields.stream().map(Field::name).collect(Collectors.joining(",")) + "\n");
        for (int leg = 1; leg <= 80; leg++) {
            boolean charge = random.nextBoolean();
            csv.append("v-1,").append(leg).append(charge ? ",charge" : ",drive-on");
            for (Field field : fields) {
                double share = random.nextDouble();
                double value = field.name().equals("reserve_margin")
                        ? (charge ? -share : share) * field.high()
                        : field.low() + share * (field.high() - field.low());
                csv.append(',').append(value);
            }
            csv.append('\n');
        }
        return Files.writeString(directory.resolve("recording.csv"), csv);
    }

    /** What the nodes of an experiment with this model start from. */
    private static Parameters start(Path training) {
        String text = "nodes:\n  count: 4\n  initial-model: \"" + new TrainingFiles(training).model() + "\"\n";
        return Experiments.parse("warm.yaml", text, List.of())
                .nodes()
                .initialModel()
                .orElseThrow()
                .parameters();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(directory::relativize)
                    .sorted()
                    .toList();
        }
    }
}
