package dev.convoy.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainingProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aTerminalSeesABarForEachStageThatIsDrawnInPlace() {
        String[] lines = shown(true).split("\\R(?!\u001b)");

        assertEquals(2, lines.length);
        assertEquals("folds                [" + "#".repeat(20) + ".".repeat(20) + "] 4 of 8", last(lines[0]));
        assertEquals("network              [" + "#".repeat(40) + "] 1 of 1", last(lines[1]));
    }

    @Test
    void elsewhereAStageHasFourLinesAtMostAndNoControlCharacters() {
        assertEquals(
                List.of(
                        "folds                   2 of 8",
                        "folds                   4 of 8",
                        "network                 1 of 1"),
                shown(false).lines().toList());
    }

    private String shown(boolean terminal) {
        try (TrainingProgress progress =
                new TrainingProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal)) {
            for (int done = 1; done <= 4; done++) {
                progress.step("folds", done, 8);
            }
            progress.step("network", 1, 1);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** What is seen of a line after it has been drawn over and over. */
    private static String last(String line) {
        return line.substring(line.lastIndexOf("\u001b[2K") + 4);
    }
}
