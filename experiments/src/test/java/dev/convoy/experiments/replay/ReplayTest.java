package dev.convoy.experiments.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.records.Recording;
import dev.convoy.runtime.local.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The four ready files on the small data that ship with them. */
class ReplayTest {
    private static final String[] ELEC2 = {"workload.files=[data/elec2-small.csv]", "duration=30m"};
    private static final String[] INTRUSION = {
        "workload.files=[data/intrusion-small.csv]",
        "workload.test-files=[data/intrusion-small-test.csv]",
        "duration=20m",
        "nodes.exchange-every=4m"
    };
    private static final String[] STUDY = {"workload.files=[data/study-2023-small.csv]", "duration=2h"};
    private static final String[] TWIZY = {"workload.files=[data/twizy-small.csv]", "duration=10m"};

    @TempDir
    private Path directory;

    @Test
    void elec2RunsOnTheSmallFile() throws Exception {
        everyRowIsScored("elec2.yaml", 480, 2, ELEC2);
    }

    @Test
    void fiveClassesOfIntrusionsRunOnTheSmallFile() throws Exception {
        ReplayedRun run = everyRowIsScored("intrusion.yaml", 500, 5, INTRUSION);

        assertEquals(
                5,
                run.scored().stream().map(ReplayedRun.Scored::label).distinct().count());
        assertTrue(run.scored().stream()
                .allMatch(s -> s.prediction().probabilities().classes() == 5));
    }

    @Test
    void theRecordsOfTheStudyRunOnTheSmallFile() throws Exception {
        ReplayedRun run = everyRowIsScored("replay-study-2023.yaml", 480, 2, STUDY);

        assertEquals(
                8,
                run.scored().stream()
                        .map(s -> s.prediction().vehicle())
                        .distinct()
                        .count());
    }

    @Test
    void twizyRunsOnTheSmallFile() throws Exception {
        everyRowIsScored("twizy.yaml", 400, 3, TWIZY);
    }

    @Test
    void actorsThatAreCutOffAndContinuedAndTheWayThroughTheCodecsLeaveTheSameDigest() throws Exception {
        for (String[] settings : List.of(STUDY, INTRUSION)) {
            String file = settings == STUDY ? "replay-study-2023.yaml" : "intrusion.yaml";
            String undisturbed = digest(new ReplayedRun(file, Settings.of(2), settings));
            String disturbed = digest(new ReplayedRun(file, new Settings(2, true, OptionalLong.of(5)), settings));

            assertEquals(undisturbed, disturbed, file);
        }
    }

    @Test
    void resultsDependOnWhatIsInAFileAndNotOnItsPlace() throws Exception {
        Path data = Path.of("data/elec2-small.csv");
        Path copy = Files.copy(data, directory.resolve("copy.csv"));
        Path other = Files.writeString(
                directory.resolve("other.csv"), Files.readString(data).replaceFirst(",0\n", ",1\n"));
        String original = digest(new ReplayedRun("elec2.yaml", Settings.of(1), ELEC2));

        assertEquals(original, digest(elec2On(copy)));
        assertNotEquals(original, digest(elec2On(other)));
    }

    @Test
    void theFormForTheProcessesReadsBackWithItsPaths() {
        ExperimentConfig read = Experiments.read(Path.of("intrusion.yaml"), List.of(INTRUSION));
        ExperimentConfig again = Experiments.parse("again", Experiments.writeWithPaths(read), List.of());

        assertEquals(read, again);
        assertEquals(Experiments.write(read), Experiments.write(again));
        assertTrue(!Experiments.write(read).contains("intrusion-small"));
    }

    @Test
    void aMissingFileIsShownWithItsLineAndHowToGetIt() {
        String shown = mistakes("workload.ignore=[]");

        assertTrue(shown.startsWith("elec2.yaml:"), shown);
        assertTrue(shown.contains("there is no file data/elec.csv") && shown.contains("scikit-multiflow"), shown);
    }

    @Test
    void aMissingColumnIsShownWithThoseThereAre() {
        String shown = mistakes(ELEC2[0], "workload.label=klass");

        assertTrue(shown.contains("there is no column 'klass' in elec2-small.csv; it has period"), shown);
    }

    private static String mistakes(String... settings) {
        return assertThrows(MistakesException.class, () -> Experiments.read(Path.of("elec2.yaml"), List.of(settings)))
                .mistakes()
                .get(0)
                .toString();
    }

    private static ReplayedRun elec2On(Path file) throws Exception {
        return new ReplayedRun("elec2.yaml", Settings.of(1), "workload.files=['" + file + "']", ELEC2[1]);
    }

    private ReplayedRun everyRowIsScored(String file, int rows, int classes, String... settings) throws Exception {
        ReplayedRun run = new ReplayedRun(file, Settings.of(2), settings);
        Recording recording = run.write(Files.createTempDirectory(directory, "run"));

        assertEquals(List.of(), recording.ledger().mismatches());
        assertEquals(rows, run.scored().size());
        assertEquals(classes, run.wiring().workload().classes().size());
        return run;
    }

    private String digest(ReplayedRun run) throws Exception {
        return run.write(Files.createTempDirectory(directory, "run")).digest();
    }
}
