package dev.convoy.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.broker.EmbeddedBroker;
import dev.convoy.experiments.cli.Main;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.processes.JavaCommand;
import dev.convoy.experiments.processes.Supervisor.Restart;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.Recording;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes over a real broker, killed with a real signal. */
final class ProcessRunTest {
    private static final Path SHORT = Path.of("short.yaml");
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    Path directory;

    private final ExperimentConfig config = Experiments.read(SHORT, List.of());

    private Recording record(Engine engine, String name, Map<ActorId, Long> kills, List<Restart> restarts)
            throws Exception {
        Wiring wiring = new Wiring(config);
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        restarts.addAll(engine.run(wiring, new Killer(recorder, new LinkedHashMap<>(kills))));
        Path results = Files.createDirectories(directory.resolve(name));
        return recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
    }

    @Test
    void processesThatAreKilledOnTheWayLeaveTheDigestOfTheLocalEngine() throws Exception {
        Recording local = record(new LocalRun(2), "local", Map.of(), new ArrayList<>());
        Engine kafka = new ProcessRun(
                new ProcessRun.Cluster(Optional.empty(), Optional.empty(), 0, false, false),
                "short-test",
                directory,
                new JavaCommand(Main.class.getName(), 256),
                Double.POSITIVE_INFINITY);
        Map<ActorId, Long> kills = new LinkedHashMap<>();
        kills.put(new ActorId("node-2"), 2 * HOUR_MS);
        kills.put(Wiring.aggregator(), 3 * HOUR_MS);
        kills.put(new ActorId("node-4"), 4 * HOUR_MS);
        kills.put(Wiring.fleet(), 5 * HOUR_MS);
        List<Restart> restarts = new ArrayList<>();
        Recording killed = record(kafka, "kafka", kills, restarts);

        assertTrue(local.ledger().closes(), local.ledger().mismatches().toString());
        assertTrue(killed.ledger().closes(), killed.ledger().mismatches().toString());
        assertTrue(
                local.counts().versions() > 5,
                "too few versions: " + local.counts().versions());
        assertEquals(
                kills.keySet(),
                new java.util.LinkedHashSet<>(
                        restarts.stream().map(Restart::actor).toList()));
        assertEquals(local.digest(), killed.digest());
    }

    @Test
    void recordsThatNoActorWroteEndInTheDeadLettersAndChangeNothing() throws Exception {
        Recording local = record(new LocalRun(2), "local", Map.of(), new ArrayList<>());
        Wiring wiring = new Wiring(config);
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        try (EmbeddedBroker broker = new EmbeddedBroker(directory.resolve("broker"), 0);
                Intruder intruder = new Intruder(recorder, broker.bootstrapServers(), "convoy.short-intruded.")) {
            Engine kafka = new ProcessRun(
                    new ProcessRun.Cluster(
                            Optional.of(Map.of("bootstrap.servers", broker.bootstrapServers())),
                            Optional.empty(),
                            0,
                            false,
                            false),
                    "short-intruded",
                    directory,
                    new JavaCommand(Main.class.getName(), 256),
                    Double.POSITIVE_INFINITY);
            kafka.run(wiring, intruder);
            assertTrue(intruder.topicsLeft().isEmpty(), "topics are left: " + intruder.topicsLeft());
            assertEquals(Intruder.TELEMETRY.keySet(), intruder.reasons("telemetry.node-1"));
            assertEquals(Intruder.UPDATES.keySet(), intruder.reasons("updates"));
        }
        Path results = Files.createDirectories(directory.resolve("intruded"));
        Recording intruded = recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
        assertEquals(local.digest(), intruded.digest());
    }
}
