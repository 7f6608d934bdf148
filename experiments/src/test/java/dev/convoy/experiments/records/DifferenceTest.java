package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.FinalModel;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import dev.convoy.metric.UpdateFate;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.runtime.ActorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {
    private static final ActorId NODE = new ActorId("node-2");
    private static final long LATE_MS = 20 * 3_600_000;

    @TempDir
    private Path temporary;

    private Path left;
    private Path right;

    @BeforeEach
    void writeARun() throws IOException {
        left = temporary.resolve("left");
        right = temporary.resolve("right");
        RunFiles.write(SyntheticRun.small(4), 0, left);
    }

    @Test
    void equalRunsAreEqual() throws IOException {
        RunFiles.write(SyntheticRun.small(4), 9, right);
        Difference.Result result = Difference.of(left, right);
        assertTrue(result.equal());
        assertEquals(List.of("the runs are equal"), result.lines());
    }

    @Test
    void aPlantedPredictionIsFoundWithBothRows() throws IOException {
        Prediction[] planted = new Prediction[1];
        plant(NODE, message -> {
            if (message instanceof Prediction p && p.timeMs() > LATE_MS) {
                planted[0] = p;
                return new Prediction(
                        p.node(),
                        p.vehicle(),
                        p.leg(),
                        p.sequence(),
                        p.phase(),
                        p.timeMs(),
                        p.version(),
                        Probabilities.of(0.123456, 0.876544),
                        p.contested(),
                        p.baselines());
            }
            return message;
        });
        Difference.First first = Difference.of(left, right).first().orElseThrow();
        assertEquals(planted[0].timeMs(), first.timeMs());
        assertEquals("predictions", first.records());
        assertEquals("node-2", first.actor());
        assertTrue(first.left().orElseThrow().contains("," + planted[0].vehicle() + ","));
        assertTrue(first.right().orElseThrow().contains(",0.123456;0.876544,"));
    }

    @Test
    void anotherLabelShowsWhenItBecameKnownAndNotBefore() throws IOException {
        Resolution[] planted = new Resolution[1];
        plant(NODE, message -> {
            if (message instanceof Resolution r
                    && r.timeMs() > LATE_MS
                    && r.label().isPresent()) {
                planted[0] = r;
                return new Resolution(
                        r.node(),
                        r.vehicle(),
                        r.leg(),
                        r.firstSequence(),
                        r.lastSequence(),
                        r.predictions(),
                        r.decisionSequence(),
                        r.ending(),
                        OptionalInt.of(1 - r.label().getAsInt()),
                        r.timeMs());
            }
            return message;
        });
        Difference.First first = Difference.of(left, right).first().orElseThrow();
        assertEquals(planted[0].timeMs(), first.timeMs());
        assertEquals("labels", first.records());
    }

    @Test
    void anotherFateIsFound() throws IOException {
        plant(
                new ActorId("aggregator"),
                message -> message instanceof UpdateFate f && f.timeMs() > LATE_MS
                        ? new UpdateFate(
                                f.node(),
                                f.round(),
                                f.timeMs(),
                                f.staleness(),
                                f.ageMs() + 1,
                                f.fate(),
                                f.reason(),
                                f.weight(),
                                f.versionAfter())
                        : message);
        Difference.First first = Difference.of(left, right).first().orElseThrow();
        assertEquals("fates", first.records());
        assertEquals("aggregator", first.actor());
        assertEquals("updates.csv", first.file());
    }

    @Test
    void aRecordThatOneRunLacksIsFound() throws IOException {
        RunFiles.write(SyntheticRun.small(4), 0, right);
        List<String> lines = RunFiles.lines(right, RunTable.PREDICTIONS);
        SyntheticRun shorter = SyntheticRun.small(4);
        Prediction[] last = new Prediction[1];
        shorter.written().get(NODE).removeIf(e -> {
            if (last[0] == null && e.message() instanceof Prediction p && p.leg() == 0 && p.timeMs() > LATE_MS) {
                last[0] = p;
                return true;
            }
            return false;
        });
        Path shorterRun = temporary.resolve("shorter");
        RunFiles.write(shorter, 0, shorterRun);
        assertEquals(
                lines.size() - 1,
                RunFiles.lines(shorterRun, RunTable.PREDICTIONS).size());
        Difference.First first = Difference.of(left, shorterRun).first().orElseThrow();
        assertEquals(last[0].timeMs(), first.timeMs());
        assertTrue(first.right().isEmpty());
        assertTrue(Difference.of(left, shorterRun).lines().contains("> no such record"));
    }

    @Test
    void anotherFinalModelIsNamed() throws IOException {
        plant(
                NODE,
                message -> message instanceof FinalModel m
                        ? new FinalModel(m.node(), m.version(), Parameters.of(1, 2, 3))
                        : message);
        Difference.Result result = Difference.of(left, right);
        assertFalse(result.equal());
        assertEquals(List.of("the tables are equal, but not the final models of node-2"), result.lines());
    }

    @Test
    void otherConfigurationsAreNamedFirst() throws IOException {
        RunFiles.write(SyntheticRun.small(5), 0, right);
        List<String> lines = Difference.of(left, right).lines();
        assertEquals("the configurations differ, first in line 2: 'seed: 4' against 'seed: 5'", lines.get(0));
        assertTrue(lines.get(1).startsWith("the first difference is at "), lines.get(1));
    }

    @Test
    void aMissingFileIsNamedWithItsRun() throws IOException {
        RunFiles.write(SyntheticRun.small(4), 0, right);
        Files.delete(right.resolve("hashes.csv"));
        IOException failure = assertThrows(IOException.class, () -> Difference.of(left, right));
        assertEquals(right + ": hashes.csv is missing", failure.getMessage());
    }

    private void plant(ActorId writer, Function<Object, Object> change) throws IOException {
        SyntheticRun run = SyntheticRun.small(4);
        run.replace(writer, change);
        RunFiles.write(run, 0, right);
    }
}
