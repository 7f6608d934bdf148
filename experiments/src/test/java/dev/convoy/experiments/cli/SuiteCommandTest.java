package dev.convoy.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small suites, by the command itself. */
final class SuiteCommandTest {
    private static final String FILE = """
            {name: %s, duration: 6h, report-every: 1h, fleet: {vehicles: 20},
             nodes: {learner: {kind: dense, hidden: []}},
             sweep: {seeds: 5, question: "Is %s good?", treatments: {alone: {aggregator.strategy: none}, together: {}}}}
            """;

    @TempDir
    Path directory;

    @Test
    void everyExperimentIsMadeAndTheIndexLeadsToItAndNamesWhatLacksData() throws Exception {
        write("one", FILE.formatted("one", "one"));
        write("two", FILE.formatted("two", "two"));
        write("replayed", """
                {name: replayed, workload: {kind: replay, files: [not-here.csv], where-from: "ask for it"},
                 sweep: {treatments: {a: {aggregator.strategy: none}}}}
                """);

        assertEquals(0, convoy("--seeds", "2"));

        String index = index();
        assertTrue(index.contains("Is one good?") && index.contains("Is two good?"), index);
        assertTrue(index.contains("two/report.html"));
        assertTrue(index.contains("replayed: ") && index.contains("ask for it"), index);
        assertTrue(index.contains("2 experiments, 8 runs"), index);
        assertTrue(Files.exists(directory.resolve("out").resolve("one").resolve("summary.csv")));
    }

    @Test
    void aMistakeInOneFileIsToldBeforeAnythingIsMade() throws Exception {
        write("one", FILE.formatted("one", "one"));
        write("wrong", "name: wrong\nduratoin: 6h\n");

        assertEquals(2, convoy("--seeds", "1"));
        assertFalse(Files.exists(directory.resolve("out")));
    }

    @Test
    void oneIsMadeByItsNameAndTheIndexKeepsWhatWasMadeBefore() throws Exception {
        write("one", FILE.formatted("one", "one"));
        write("two", FILE.formatted("two", "two"));

        assertEquals(0, convoy("two", "--seeds", "1"));
        assertFalse(Files.exists(directory.resolve("out").resolve("one")));
        assertEquals(0, convoy("one", "--seeds", "1"));
        assertTrue(index().contains("two/report.html") && index().contains("one/report.html"));
        assertEquals(2, convoy("three"));
    }

    private String index() throws IOException {
        return Files.readString(directory.resolve("out").resolve("index.html"));
    }

    private int convoy(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "suite";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--dir";
        all[arguments.length + 2] = directory.resolve("files").toString();
        all[arguments.length + 3] = "--out";
        all[arguments.length + 4] = directory.resolve("out").toString();
        return Main.commandLine().execute(all);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("files")).resolve(name + ".yaml"), text);
    }
}
