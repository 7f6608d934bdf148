package dev.convoy.experiments.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetRecordingTest {
    private static final Path SHORT = Path.of("short.yaml");

    @TempDir
    private Path directory;

    @Test
    void aRecordedFleetIsTheSameEachTime() throws Exception {
        FleetRecording.Counts counts = record("one");
        FleetRecording.Counts again = record("other");

        assertEquals(counts, again);
        assertTrue(counts.records() >= 40 * 350, counts.toString());
        for (String table : List.of(FleetTables.TELEMETRY, FleetTables.OUTCOMES, FleetTables.LABELLED)) {
            assertArrayEquals(bytes("one", table), bytes("other", table), table);
        }
    }

    @Test
    void theFileBesideTheTablesReplaysTheDecisions() throws Exception {
        record("one");
        ExperimentConfig replay = Experiments.read(directory.resolve("one").resolve(FleetRecording.REPLAY), List.of());

        assertEquals(
                new Wiring(Experiments.read(SHORT, List.of()))
                        .workload()
                        .schema()
                        .featureCount(),
                new Wiring(replay).workload().schema().featureCount());
        assertEquals(List.of("drive-on", "charge"), replay.workload().workload().classes());
    }

    private FleetRecording.Counts record(String name) throws IOException, InterruptedException {
        Path out = Files.createDirectory(directory.resolve(name));
        return FleetRecording.write(new Wiring(Experiments.read(SHORT, List.of())), out);
    }

    private byte[] bytes(String run, String table) throws IOException {
        return Files.readAllBytes(directory.resolve(run).resolve(table));
    }
}
