package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Probabilities;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Envelope;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {
    @TempDir
    private Path temporary;

    @Test
    void whateverTheInterleavingTheFilesAreTheSame() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            SyntheticRun run = SyntheticRun.small(seed);
            Path first = temporary.resolve(seed + "-0");
            RunFiles.write(run, 0, first);
            for (long order = 1; order <= 4; order++) {
                Path other = temporary.resolve(seed + "-" + order);
                RunFiles.write(run, order, other);
                requireEqual(first, other, "seed " + seed + ", order " + order);
            }
        }
    }

    @Test
    void writersMayComeFromThreadsOfTheirOwn() throws Exception {
        SyntheticRun run = SyntheticRun.small(5);
        Path first = temporary.resolve("one");
        Recording expected = RunFiles.write(run, 0, first);
        RunRecorder recorder = new RunRecorder(run.nodeIds, run.durationMs);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        List<Future<?>> writers = new ArrayList<>();
        for (List<Envelope<?>> messages : run.written().values()) {
            writers.add(threads.submit(() -> messages.forEach(recorder::accept)));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        Path second = Files.createDirectory(temporary.resolve("two"));
        assertEquals(expected, recorder.write(second, run.closing()));
        RunFiles.manifest(run, expected).write(second);
        requireEqual(first, second, "threads");
    }

    @Test
    void aSyntheticRunHasEveryFateAndEveryEnding() throws IOException {
        Recording recording = RunFiles.write(SyntheticRun.small(1), 0, temporary);
        Ledger.Account total = recording.ledger().total();
        assertEquals(List.of(), recording.ledger().mismatches());
        assertTrue(total.unserved() > 0 && total.scored() > 0 && total.parked() > 0 && total.charging() > 0);
        assertTrue(total.noStation() > 0 && total.exit() > 0 && total.end() > 0 && total.expired() > 0);
        assertTrue(total.updates().aggregated() > 0 && total.updates().rejected() > 0);
        assertTrue(total.updates().superseded() > 0 && total.updates().lost() > 0);
        assertTrue(total.updates().unfinished() > 0);
    }

    @Test
    void aRowSaysWhatWasPredictedAndWhatBecameOfIt() throws IOException {
        SyntheticRun empty = SyntheticRun.of(1, 0, SyntheticRun.MINUTE, 1);
        RunRecorder recorder = new RunRecorder(List.of(new NodeId(1), new NodeId(2)), 100_000);
        Baselines baselines =
                new Baselines(OptionalInt.of(0), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.of(0));
        recorder.accept(envelope(empty, prediction(1, 4, 5_000, 0.25, true, baselines)));
        recorder.accept(envelope(empty, prediction(1, 5, 6_001, 0.5, false, Baselines.NONE)));
        recorder.accept(envelope(empty, prediction(2, 6, 7_000, 1, false, baselines)));
        recorder.accept(envelope(empty, prediction(2, 7, 8_000, 0.9999996, false, baselines)));
        recorder.accept(envelope(empty, resolution(1, 4, 5, 5, 9_500)));
        recorder.accept(envelope(empty, resolution(2, 6, 7, 6, 9_501)));
        recorder.write(temporary, new Closing("", List.of(), List.of(), List.of()));
        assertEquals(
                List.of(
                        "time_s,node,vehicle,leg,sequence,version,staleness,probabilities,predicted,decision,contested,"
                                + "label,label_time_s,majority,no_change,last_of_vehicle,rule",
                        "5.000,node-1,v-001,3,4,0,0,0.750000;0.250000,0,,1,1,9.500,0,1,,0",
                        "6.001,node-1,v-001,3,5,0,0,0.500000;0.500000,0,node,0,1,9.500,,,,",
                        "7.000,node-2,v-001,3,6,0,0,0.000000;1.000000,1,fleet,0,1,9.501,0,1,,0",
                        "8.000,node-2,v-001,3,7,0,0,0.000000;1.000000,1,,0,1,9.501,0,1,,0"),
                RunFiles.lines(temporary, RunTable.PREDICTIONS));
    }

    @Test
    void theTablesHaveTheColumnsOfTheDesign() {
        assertEquals(
                "time_s,node,version,staleness,decisions,accuracy,balanced_accuracy,kappa,log_loss,contested_accuracy,"
                        + "telemetry_accuracy,majority,no_change,last_of_vehicle,rule",
                RunTable.ACCURACY.header());
        assertEquals(
                "node,round,base_version,examples,bytes,sent_s,arrived_s,decided_s,staleness,age_s,fate,reason,weight,"
                        + "version_after,attempts,ignored",
                RunTable.UPDATES.header());
        assertEquals(
                "time_s,version,updates,mean_staleness,max_staleness,step_norm,parameters_sha256",
                RunTable.MODELS.header());
    }

    @Test
    void aTableThatCannotBeWrittenIsNotThereAtAll() throws IOException {
        SyntheticRun run = SyntheticRun.small(1);
        Files.createDirectory(temporary.resolve("models.csv.part"));
        RunRecorder recorder = run.recorded(run.interleaved(0));
        IOException failure = assertThrows(IOException.class, () -> recorder.write(temporary, run.closing()));
        assertTrue(failure.getMessage().startsWith("cannot write "), failure.getMessage());
        assertTrue(failure.getMessage().contains("models.csv"), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
        assertFalse(Files.exists(temporary.resolve("models.csv")));
        assertFalse(Files.exists(temporary.resolve("digest.txt")));
    }

    @Test
    void aManifestReadsBackAsItWasWritten() throws IOException {
        SyntheticRun run = SyntheticRun.small(2);
        Recording recording = RunFiles.write(run, 0, temporary);
        assertEquals(RunFiles.manifest(run, recording), Manifest.read(temporary));
    }

    private static Envelope<?> envelope(SyntheticRun run, Object message) {
        Envelope<?> any = run.written().values().iterator().next().get(0);
        return envelope(any, message);
    }

    private static <M> Envelope<?> envelope(Envelope<M> any, Object message) {
        @SuppressWarnings("unchecked") // the synthetic topic takes any message
        M typed = (M) message;
        return new Envelope<>(any.topic(), new ActorId("node-1"), "", 1, 0, List.of(), typed);
    }

    private static Prediction prediction(
            int node, int sequence, long timeMs, double p, boolean contested, Baselines baselines) {
        return new Prediction(
                new NodeId(node),
                "v-001",
                3,
                sequence,
                Phase.TO_STATION,
                timeMs,
                0,
                Probabilities.of(1 - p, p),
                contested,
                baselines);
    }

    private static Resolution resolution(int node, int first, int last, int decision, long timeMs) {
        return new Resolution(
                new NodeId(node),
                "v-001",
                3,
                first,
                last,
                last - first + 1,
                OptionalLong.of(decision),
                Resolution.Ending.SCORED,
                OptionalInt.of(1),
                timeMs);
    }

    private static void requireEqual(Path first, Path second, String run) throws IOException {
        List<Path> files = RunFiles.all(first);
        assertEquals(
                files.stream().map(first::relativize).toList(),
                RunFiles.all(second).stream().map(second::relativize).toList(),
                run);
        for (Path file : files) {
            Path name = first.relativize(file);
            assertArrayEquals(
                    Files.readAllBytes(file), Files.readAllBytes(second.resolve(name)), run + ", file " + name);
        }
    }
}
