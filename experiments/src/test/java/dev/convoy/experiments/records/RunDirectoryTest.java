package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path temporary;

    @Test
    void equalRunsAreNumberedAndLatestIsTheNewest() throws IOException {
        Path runs = temporary.resolve("runs");
        assertEquals(
                runs.resolve("quickstart-0a1b2c3d-kafka"),
                RunDirectory.named(runs, "quickstart", "0a1b2c3d", "kafka").path());
        assertEquals(
                runs.resolve("quickstart-0a1b2c3d-kafka-2"),
                RunDirectory.named(runs, "quickstart", "0a1b2c3d", "kafka").path());
        assertEquals(
                runs.resolve("quickstart-0a1b2c3d-kafka-3"),
                RunDirectory.named(runs, "quickstart", "0a1b2c3d", "kafka").path());
        assertEquals(Path.of("quickstart-0a1b2c3d-kafka-3"), Files.readSymbolicLink(runs.resolve("latest")));
    }

    @Test
    void aDirectoryThatIsNotEmptyIsRefusedUnlessForced() throws IOException {
        Path out = temporary.resolve("out");
        assertEquals(out, RunDirectory.at(out, false).path());
        RunFiles.write(SyntheticRun.small(1), 0, out);
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.createDirectory(out.resolve("plots"));
        Files.writeString(out.resolve("plots").resolve("accuracy.png"), "old");

        IOException failure = assertThrows(IOException.class, () -> RunDirectory.at(out, false));
        assertTrue(failure.getMessage().startsWith(out + " is not empty"), failure.getMessage());
        assertTrue(Files.exists(out.resolve("digest.txt")));

        RunDirectory.at(out, true);
        assertFalse(Files.exists(out.resolve("digest.txt")));
        assertEquals(List.of(out.resolve("notes.txt")), RunFiles.all(out));
    }

    @Test
    void aFileInTheWayIsOneSentence() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertEquals(
                file + " is not a directory",
                assertThrows(IOException.class, () -> RunDirectory.at(file, true))
                        .getMessage());
        IOException below = assertThrows(IOException.class, () -> RunDirectory.at(file.resolve("below"), false));
        assertTrue(below.getMessage().startsWith("cannot write " + file.resolve("below")), below.getMessage());
        assertFalse(below.getMessage().contains("\n"));
    }
}
