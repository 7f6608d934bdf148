package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.config.yaml.CsvReader;
import dev.convoy.experiments.config.yaml.MistakesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        file("stations.csv", "km\n150\n# the next one is new\n\n270\n460\n");
        file("nodes.csv", "id,link.latency,compute\nnode-2,20m,\nnode-4,,40m\n");
        file("faults.csv", "kind,at,for,node\ndown,1h,30m,node-3\n");
    }

    @Test
    void tablesSayTheSameAsListsAndMappings() throws IOException {
        ExperimentConfig tables =
                read("{world: {stations-km: stations.csv}, nodes: {each: nodes.csv}, faults: faults.csv}");

        assertEquals(
                read("{world: {stations-km: [150, 270, 460]}, faults: [{kind: down, at: 1h, for: 30m, node: node-3}],"
                        + " nodes: {each: {node-2: {link: {latency: 20m}}, node-4: {compute: 40m}}}}"),
                tables);
        assertEquals(tables, Experiments.parse("canonical", Experiments.write(tables), List.of()));
    }

    @Test
    void mistakesAreNamedByTheLineOfTheTable() throws IOException {
        Path stations = file("stations.csv", "km\n150\n# a remark\n\n27O\n");
        Path nodes = file("nodes.csv", "id,link.latncy\nnode-2,20m\nnode-2,10m\n");
        Path faults = file("faults.csv", "kind,at,for,node\ndown,1h,30m,node-3\ndown,2h\n");

        String text = "{world: {stations-km: stations.csv}, nodes: {each: nodes.csv}, faults: faults.csv}";
        assertEquals(
                String.join(
                        "\n",
                        nodes + ":3: 'node-2' is there twice",
                        faults + ":3: expected 4 cells, found 2",
                        nodes + ":3: unknown key 'latncy' in nodes.each.node-2.link; did you mean 'latency'?",
                        stations + ":5: world.stations-km.1.km: expected a number such as 0.5 or 10%, found '27O'"),
                mistakes(text));
    }

    @Test
    void aTableThatIsNoneIsSaidSo() throws IOException {
        assertEquals(
                folder.resolve("experiment.yaml") + ":1: there is no such file: " + folder.resolve("no.csv"),
                mistakes("{faults: no.csv}"));
        Path empty = file("faults.csv", "# nothing yet\n");
        assertEquals(
                empty + ": expected a row of names and at least one row of values, found none",
                mistakes("{faults: faults.csv}"));
        Path twice = file("faults.csv", "kind,at,at\ndown,1h,2h\n");
        assertEquals(
                twice + ":1: every column needs a name of its own, found kind,at,at", mistakes("{faults: faults.csv}"));
        Path tooLong = file("stations.csv", "km\n" + "1\n".repeat(CsvReader.MOST_ROWS + 1));
        assertEquals(
                tooLong + ":" + (CsvReader.MOST_ROWS + 2) + ": more than " + CsvReader.MOST_ROWS + " rows",
                mistakes("{world: {stations-km: stations.csv}}"));
    }

    @Test
    void whatReachesAProcessFromElsewhereNamesNoFiles() {
        String message = assertThrows(
                        MistakesException.class, () -> Experiments.parse("topic", "faults: faults.csv", List.of()))
                .getMessage();
        assertTrue(message.startsWith("topic:1: faults: expected a list in brackets or a .csv file"), message);
        assertTrue(message.endsWith("found 'faults.csv'"), message);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ExperimentConfig read(String text) throws IOException {
        return Experiments.read(file("experiment.yaml", text), List.of());
    }

    private String mistakes(String text) {
        return assertThrows(MistakesException.class, () -> read(text)).getMessage();
    }
}
