package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    private Path temporary;

    private Path whole;
    private int copies;

    @BeforeEach
    void writeARun() throws IOException {
        whole = temporary.resolve("whole");
        RunFiles.write(SyntheticRun.of(11, 8, 5 * SyntheticRun.MINUTE, 20 * 60 * SyntheticRun.MINUTE), 0, whole);
    }

    @Test
    void whatTheRecorderWritesHolds() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            Path directory = temporary.resolve("seed-" + seed);
            Recording recording = RunFiles.write(SyntheticRun.small(seed), seed, directory);
            Verification.Result result = Verification.of(directory);
            assertEquals(Optional.empty(), result.difference(), "seed " + seed);
            assertEquals(recording.counts().predictions(), result.predictions());
            assertTrue(result.figures() > 1000, "figures: " + result.figures());
        }
    }

    @Test
    void aRunWithoutVehiclesHoldsToo() throws IOException {
        Path directory = temporary.resolve("empty");
        RunFiles.write(SyntheticRun.of(1, 0, SyntheticRun.MINUTE, SyntheticRun.MINUTE), 0, directory);
        assertEquals(Optional.empty(), Verification.of(directory).difference());
    }

    @Test
    void everyFigureOfTheScoresIsNamedWithBothValues() throws IOException {
        RandomGenerator random = RandomStream.named(1, "damage");
        List<String> lines = RunFiles.lines(whole, RunTable.ACCURACY);
        for (String column : RunTable.ACCURACY.columns().subList(2, 15)) {
            Path damaged = copy();
            int line = 2 + random.nextInt(lines.size() - 1);
            String old = RunFiles.change(damaged, RunTable.ACCURACY, line, column, "0.123457");
            String sentence = difference(damaged);
            assertTrue(sentence.startsWith("accuracy.csv, line " + line + ", column "), sentence);
            if (!column.equals("version")) {
                assertTrue(
                        sentence.startsWith("accuracy.csv, line " + line + ", column " + column
                                + ": recorded 0.123457, recomputed " + (old.isEmpty() ? "nothing" : old)),
                        sentence);
            }
        }
    }

    @Test
    void oneUnitInTheLastPlaceOfAScoreIsFound() throws IOException {
        List<String> lines = RunFiles.lines(whole, RunTable.ACCURACY);
        String last = lines.get(lines.size() - 1);
        String logLoss = last.split(",", -1)[RunTable.ACCURACY.index("log_loss")];
        char digit = logLoss.charAt(logLoss.length() - 1);
        String other = logLoss.substring(0, logLoss.length() - 1) + (digit == '9' ? '8' : (char) (digit + 1));
        Path damaged = copy();
        RunFiles.change(damaged, RunTable.ACCURACY, lines.size(), "log_loss", other);
        assertEquals(
                "accuracy.csv, line " + lines.size() + ", column log_loss: recorded " + other + ", recomputed "
                        + logLoss,
                difference(damaged));
    }

    @Test
    void aScoreOfTheWholeRunThatWasChangedIsNamedWithBothValues() throws IOException {
        for (RunTable table : List.of(RunTable.SLICES, RunTable.CLASSES, RunTable.CONFUSION, RunTable.COSTS)) {
            String column = table.columns().get(table.columns().size() - 1);
            Path damaged = copy();
            String old = RunFiles.change(damaged, table, 2, column, "77");
            assertEquals(
                    table.fileName() + ", line 2, column " + column + ": recorded 77, recomputed " + old
                            + " from predictions.csv.gz",
                    difference(damaged));
        }
    }

    @Test
    void whoIsHeardFollowsFromTheUpdates() throws IOException {
        Path damaged = copy();
        String old = RunFiles.change(damaged, RunTable.PARTICIPATION, 3, "bias", "0.000001");
        assertEquals(
                "participation.csv, line 3, column bias: recorded 0.000001, recomputed " + old + " from updates.csv",
                difference(damaged));
    }

    @Test
    void anotherModelOfAVehicleIsFound() throws IOException {
        Path damaged = copy();
        RunFiles.change(damaged, RunTable.VEHICLES, 2, "model", "Ion 41");
        assertTrue(difference(damaged).startsWith("vehicles.csv was changed"), difference(damaged));
    }

    @Test
    void noCellOfAnyTableCanBeChangedUnseen() throws IOException {
        RandomGenerator random = RandomStream.named(2, "damage");
        for (RunTable table : RunTable.values()) {
            List<String> lines = RunFiles.lines(whole, table);
            for (String column : table.columns()) {
                int line = 2 + random.nextInt(lines.size() - 1);
                // A quoted cell with a comma would have to be taken apart first.
                if (lines.get(line - 1).contains("\"")) {
                    continue;
                }
                Path damaged = copy();
                String old = RunFiles.lines(damaged, table).get(line - 1).split(",", -1)[table.index(column)];
                String other = old.isEmpty() ? "1" : change(old);
                RunFiles.change(damaged, table, line, column, other);
                String sentence = difference(damaged);
                assertTrue(
                        sentence.contains(table.fileName()) || table == RunTable.PREDICTIONS,
                        table + ", " + column + ": '" + old + "' to '" + other + "': " + sentence);
            }
        }
    }

    @Test
    void aRowThatIsMissingOrTwiceThereIsFound() throws IOException {
        for (RunTable table : RunTable.values()) {
            for (boolean twice : new boolean[] {false, true}) {
                Path damaged = copy();
                List<String> lines = new ArrayList<>(RunFiles.lines(damaged, table));
                int line = lines.size() / 2;
                if (twice) {
                    lines.add(line, lines.get(line));
                } else {
                    lines.remove(line);
                }
                RunFiles.write(damaged, table, lines);
                difference(damaged);
            }
        }
    }

    @Test
    void noByteOfAnyFileCanBeChangedUnseen() throws IOException {
        RandomGenerator random = RandomStream.named(3, "damage");
        for (Path file : RunFiles.all(whole)) {
            Path name = whole.relativize(file);
            if (name.toString().equals(Manifest.FILE)) {
                continue; // much in it, such as wall times, is not to be recomputed
            }
            for (int i = 0; i < 5; i++) {
                Path damaged = copy();
                byte[] bytes = Files.readAllBytes(file);
                int position = random.nextInt(bytes.length);
                bytes[position] ^= (byte) (1 << random.nextInt(8));
                Files.write(damaged.resolve(name), bytes);
                difference(damaged);
            }
        }
    }

    @Test
    void damagedAndMissingFilesAreNamed() throws IOException {
        for (Path file : RunFiles.all(whole)) {
            Path name = whole.relativize(file);
            String shown = file.getFileName().toString();
            byte[] bytes = Files.readAllBytes(file);

            Path missing = copy();
            Files.delete(missing.resolve(name));
            assertTrue(difference(missing).contains(shown + " is missing"), difference(missing));

            for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
                Path truncated = copy();
                Files.write(truncated.resolve(name), Arrays.copyOf(bytes, length));
                if (!name.toString().equals(Manifest.FILE) || length < bytes.length - 1) {
                    assertTrue(
                            difference(truncated).contains(shown),
                            name + " cut to " + length + ": " + difference(truncated));
                }
            }

            Path noise = copy();
            Files.write(noise.resolve(name), new byte[] {0, 1, 2, 3, '\n', (byte) 200, ',', '\n'});
            assertTrue(difference(noise).contains(shown), name + ": " + difference(noise));
        }
        assertTrue(difference(temporary.resolve("nowhere")).endsWith("is not a directory"));
    }

    @Test
    void theManifestsLedgerAndConfigurationAreChecked() throws IOException {
        String manifest = Files.readString(whole.resolve(Manifest.FILE));
        for (String key : List.of("predicted", "scored", "parked", "produced", "exit", "sent", "aggregated", "lost")) {
            Path damaged = copy();
            Files.writeString(
                    damaged.resolve(Manifest.FILE), manifest.replaceFirst("\"" + key + "\" : ", "\"" + key + "\" : 9"));
            String sentence = difference(damaged);
            assertTrue(sentence.startsWith("manifest.json, ledger"), sentence);
        }
        Path damaged = copy();
        Files.writeString(damaged.resolve(Manifest.FILE), manifest.replace("seed: 11", "seed: 12"));
        assertTrue(difference(damaged).startsWith("digest.txt: recorded "), difference(damaged));
    }

    @Test
    void aSecondFateIsNamed() throws IOException {
        Path damaged = copy();
        List<String> lines = RunFiles.lines(damaged, RunTable.UPDATES);
        int line = 1;
        while (!lines.get(line).contains(",aggregated,")) {
            line++;
        }
        RunFiles.change(damaged, RunTable.UPDATES, line + 1, "fate", "rejected");
        assertEquals(
                "updates.csv, line " + (line + 1)
                        + ", column version_after: must be empty for an update that is rejected",
                difference(damaged));
    }

    @Test
    void updatesWithoutWeightsHoldIfNoneHasOne() throws IOException {
        Path one = copy();
        Path all = copy();
        List<String> lines = RunFiles.lines(all, RunTable.UPDATES);
        int last = 0;
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).contains(",aggregated,")) {
                RunFiles.change(all, RunTable.UPDATES, line + 1, "weight", "");
                last = line + 1;
            }
        }
        RunFiles.change(one, RunTable.UPDATES, last, "weight", "");

        assertEquals("updates.csv, line " + last + ", column weight: missing", difference(one));
        assertFalse(difference(all).contains("weight"), difference(all));
    }

    /** Another cell of the same form. */
    private static String change(String cell) {
        byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
        int last = bytes.length - 1;
        bytes[last] = (byte) (bytes[last] == '1' ? '2' : '1');
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Path copy() throws IOException {
        return RunFiles.copy(whole, temporary.resolve("copy-" + copies++));
    }

    private static String difference(Path directory) {
        Verification.Result result = Verification.of(directory);
        assertFalse(result.holds(), "nothing found in " + directory);
        String sentence = result.difference().orElseThrow();
        assertFalse(sentence.contains("\n"), sentence);
        return sentence;
    }
}
