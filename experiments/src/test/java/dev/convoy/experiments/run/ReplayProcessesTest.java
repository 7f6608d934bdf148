package dev.convoy.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that replays files and one that learns from them, killed with a real signal. */
class ReplayProcessesTest {
    private static final ActorId NODE = new ActorId("node-2");

    @TempDir
    private Path directory;

    private final ExperimentConfig config = Experiments.read(
            Path.of("elec2.yaml"),
            List.of(
                    "workload.files=[data/elec2-small.csv]",
                    "workload.every=1m",
                    "workload.label-delay={rows: 20}",
                    "nodes.decide-every=5m",
                    "duration=8h30m"));

    @Test
    void processesThatAreKilledOnTheWayLeaveTheDigestOfTheLocalEngine() throws Exception {
        Map<ActorId, Long> kills = new LinkedHashMap<>();
        kills.put(Wiring.fleet(), Duration.ofHours(2).toMillis());
        kills.put(NODE, Duration.ofHours(3).toMillis());
        Engine kafka = new ProcessRun(
                new ProcessRun.Cluster(Optional.empty(), Optional.empty(), 0, false, false),
                "replay-test",
                directory,
                new JavaCommand(Main.class.getName(), 256),
                Double.POSITIVE_INFINITY);

        Run local = run(new LocalRun(2), "local", Map.of());
        Run killed = run(kafka, "kafka", kills);

        assertTrue(
                killed.recording().ledger().closes(),
                killed.recording().ledger().mismatches().toString());
        assertEquals(480, local.recording().counts().predictions());
        assertEquals(Set.of(Wiring.fleet(), NODE), killed.restarted());
        assertEquals(local.recording().digest(), killed.recording().digest());
    }

    private record Run(Recording recording, Set<ActorId> restarted) {}

    private Run run(Engine engine, String name, Map<ActorId, Long> kills) throws Exception {
        Wiring wiring = new Wiring(config);
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        List<Restart> restarts = engine.run(wiring, new Killer(recorder, new LinkedHashMap<>(kills)));
        Path results = Files.createDirectories(directory.resolve(name));
        return new Run(
                recorder.write(results, new Closing(wiring.canonical(), List.of(), List.of(), List.of())),
                restarts.stream().map(Restart::actor).collect(Collectors.toSet()));
    }
}
