package dev.convoy.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.validation.Check;
import dev.convoy.validation.Check.Subject;
import dev.convoy.validation.WorldValidation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidationPlotTest {
    private static final Check CITY = new Check(Subject.CITY, "Car A", 12, 13, 2, "kWh/100 km", "EPA");
    private static final Check HIGHWAY = new Check(Subject.HIGHWAY, "Car A", 14, 13, 2, "kWh/100 km", "EPA");

    @TempDir
    private Path folder;

    @Test
    void itIsDrawnTwiceWithTheSameBytes() throws IOException {
        WorldValidation validation = with(0.58);
        List<Path> first = ValidationPlot.draw(validation, folder.resolve("a/b"));
        List<Path> second = ValidationPlot.draw(validation, folder.resolve("c"));

        assertEquals(List.of("world-validation.png", "world-validation.svg"), names(first));
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(Files.readAllBytes(first.get(i)), Files.readAllBytes(second.get(i)));
        }
    }

    @Test
    void aFigureBeyondItsToleranceIsSeen() throws IOException {
        Path good = ValidationPlot.draw(with(0.58), folder.resolve("good")).get(1);
        Path bad = ValidationPlot.draw(with(0.48), folder.resolve("bad")).get(1);

        assertTrue(!Files.readString(good).contains("beyond tolerance"));
        assertTrue(Files.readString(bad).contains("beyond tolerance"));
    }

    private static WorldValidation with(double range) {
        return new WorldValidation(
                List.of(CITY, HIGHWAY, new Check(Subject.RANGE, "at -7 °C", range, 0.6, 0.04, "", "AAA")));
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
