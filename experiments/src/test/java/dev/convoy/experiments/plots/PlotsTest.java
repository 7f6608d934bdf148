package dev.convoy.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlotsTest {
    @TempDir
    Path directory;

    @Test
    void everyPlotIsDrawnInFullSizeAndShowsSomething() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        List<Path> written = Plots.draw(run);

        assertEquals(
                List.of(
                        "accuracy.png",
                        "accuracy.svg",
                        "slices.png",
                        "slices.svg",
                        "staleness.png",
                        "staleness.svg",
                        "fates.png",
                        "fates.svg",
                        "versions.png",
                        "versions.svg"),
                written.stream().map(file -> file.getFileName().toString()).toList());
        for (Path file : written) {
            if (file.toString().endsWith(".png")) {
                BufferedImage image = ImageIO.read(file.toFile());
                assertEquals(1600, image.getWidth(), file + "");
                assertTrue(image.getHeight() >= 400, file + "");
                Map<Integer, Integer> colours = colours(image);
                assertTrue(colours.size() > 50, file + " has " + colours.size() + " colours");
                assertTrue(colours.getOrDefault(Ink.MODEL.getRGB(), 0) > 1000, file + " lacks its main colour");
            }
        }
    }

    private static Map<Integer, Integer> colours(BufferedImage image) {
        Map<Integer, Integer> colours = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return colours;
    }

    @Test
    void theSameRecordsGiveTheSameBytes() throws IOException {
        List<Path> once = Plots.draw(new SyntheticRun(directory.resolve("a"), 4, 12, 5).write());
        List<Path> again = Plots.draw(new SyntheticRun(directory.resolve("b"), 4, 12, 5).write());

        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(Files.readAllBytes(once.get(i)), Files.readAllBytes(again.get(i)), once.get(i) + "");
        }
    }

    @Test
    void theSlicesPlotNamesEachSliceWithItsDecisions() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();

        Plots.draw(run);

        String svg = Files.readString(run.resolve("plots/slices.svg"));
        for (String words :
                List.of("contested", "first 100", "6 h after cold-front at 18 h", "Volta L", "Ion &lt;40")) {
            assertTrue(svg.contains(words), words);
        }
        assertTrue(svg.contains(">1,000<"), "the number of decisions");
        assertTrue(svg.contains("95% interval"), "the legend");
    }

    @Test
    void aRunWithoutTablesOfSlicesHasNoPlotOfThem() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        Plots.draw(run);
        Files.delete(run.resolve("slices.csv"));

        Plots.draw(run);

        assertFalse(Files.exists(run.resolve("plots/slices.png")));
    }

    /** 8 of 10: the textbooks' interval is 0.490 to 0.943. */
    @Test
    void theIntervalOfAnAccuracyIsWilsons() throws IOException {
        Path file = directory.resolve("slices.csv");
        Files.writeString(file, "accuracy,decisions\n0.8,10\n");
        ShareRange interval = new SliceLine("", Table.read(file).rows()).interval();

        assertEquals(0.490, interval.lower(), 0.0005);
        assertEquals(0.943, interval.upper(), 0.0005);
    }

    @Test
    void theAccuracyPlotNamesNodesBaselinesAndIncidents() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        Plots.draw(run);

        String svg = Files.readString(Plots.svg(run, "accuracy"));
        for (String text : List.of(
                "fleet",
                "node-1",
                "node-4",
                "majority",
                "no change",
                "last of vehicle",
                "rule",
                "node-3 down",
                "cold front, -12 K",
                "run time (hours)",
                "first window full")) {
            assertTrue(svg.contains(">" + text + "<"), text);
        }
    }

    @Test
    void theAccuracyPlotMarksEachAlarmAtItsHourInThePanelOfItsNode() throws IOException {
        Path run = new SyntheticRun(directory, 2, 12, 3).write();
        Path alarms = run.resolve("alarms.csv");
        String drawn = accuracyPlot(run);
        assertTrue(drawn.contains(">drift alarm<"), "the legend");

        Files.writeString(alarms, Files.readString(alarms).replace("node-2", "node-1"));
        String atAnotherNode = accuracyPlot(run);
        emptied(alarms);
        String without = accuracyPlot(run);

        assertNotEquals(drawn, atAnotherNode);
        assertFalse(without.contains(">drift alarm<"), "the legend");
    }

    private static String accuracyPlot(Path run) throws IOException {
        Plots.draw(run);
        return Files.readString(Plots.svg(run, "accuracy"));
    }

    @Test
    void theStalenessPlotShowsTheLimitOfTheConfiguration() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();

        Plots.draw(run);

        assertTrue(Files.readString(Plots.svg(run, "staleness")).contains(">limit 4<"));
    }

    @Test
    void aRunWithoutUpdatesHasNoPlotsOfUpdates() throws IOException {
        Path run = new SyntheticRun(directory, 2, 6, 3).write();
        Plots.draw(run);
        emptied(run.resolve("updates.csv"));
        emptied(run.resolve("models.csv"));
        emptied(run.resolve("adoptions.csv"));

        Plots.draw(run);

        assertTrue(Files.exists(Plots.svg(run, "accuracy")));
        assertFalse(Files.exists(Plots.svg(run, "staleness")), "drawn from records that are gone");
        assertFalse(Files.exists(Plots.svg(run, "fates")), "drawn from records that are gone");
    }

    @Test
    void moreNodesThanFitAreSaidToBeLeftOut() throws IOException {
        Path run = new SyntheticRun(directory, 30, 6, 3).write();

        Plots.draw(run);

        assertTrue(Files.readString(Plots.svg(run, "accuracy")).contains("The first 8 of 30 nodes."));
    }

    @Test
    void aMissingOrEmptyFileIsNamed() throws IOException {
        Path run = new SyntheticRun(directory, 2, 6, 3).write();
        for (String name : List.of("manifest.json", "accuracy.csv", "updates.csv", "models.csv", "faults.csv")) {
            byte[] content = Files.readAllBytes(run.resolve(name));
            Files.delete(run.resolve(name));
            assertRefused(run, "there is no " + run.resolve(name));
            Files.writeString(run.resolve(name), "");
            assertRefused(run, run.resolve(name) + " is empty");
            Files.write(run.resolve(name), content);
        }
        emptied(run.resolve("accuracy.csv"));
        assertRefused(run, run.resolve("accuracy.csv") + " has no rows");
    }

    @Test
    void anUnknownFateIsNamedWithItsLine() throws IOException {
        Path run = new SyntheticRun(directory, 2, 6, 3).write();
        Path updates = run.resolve("updates.csv");
        Files.writeString(updates, Files.readString(updates).replaceFirst(",aggregated,", ",eaten,"));

        String message = assertThrows(UnreadableRunException.class, () -> Plots.draw(run))
                .getMessage();
        assertTrue(message.matches("(?s).*updates.csv:[0-9]+: fate must be one of .*aggregated.*: 'eaten'"), message);
    }

    @Test
    void withoutFontsTheMessageSaysWhatToInstall() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "fontconfig is asked on Linux only");
        Path noFonts = Files.writeString(directory.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                WithoutFonts.class.getName());
        java.environment().put("FONTCONFIG_FILE", noFonts.toString());
        Process process = java.redirectErrorStream(true).start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertTrue(output.contains("apt-get install fontconfig fonts-dejavu-core"), output);
        assertEquals(1, output.lines().count(), output);
    }

    /** What a user without fonts is told, in a process of its own: Java looks for fonts once only. */
    static final class WithoutFonts {
        private WithoutFonts() {}

        public static void main(String[] arguments) throws IOException {
            try {
                Plots.draw(Path.of("."));
            } catch (NoFontException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static void emptied(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).lines().findFirst().orElseThrow() + "\n");
    }

    private static void assertRefused(Path run, String start) {
        String message = assertThrows(UnreadableRunException.class, () -> Plots.draw(run))
                .getMessage();
        assertTrue(message.startsWith(start), message);
        assertEquals(1, message.lines().count(), message);
    }
}
