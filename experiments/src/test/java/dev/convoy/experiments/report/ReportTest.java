package dev.convoy.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.plots.Plots;
import dev.convoy.experiments.plots.SyntheticRun;
import dev.convoy.experiments.plots.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static final List<String> SITES = List.of("fleet", "node-1", "node-2", "node-3", "node-4");
    /** In the order of the table: the model, the baselines, the other scores. */
    private static final int[] SCORES = {5, 11, 12, 13, 14, 9, 6, 7, 8, 10};

    @TempDir
    Path directory;

    @Test
    void theHeadlineHasTheLastScoresOfEverySite() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        String report = report(run);

        for (String site : SITES) {
            List<String[]> rows = rows(run.resolve("accuracy.csv"), 1, site);
            String[] last = rows.get(rows.size() - 1);
            List<String> cells = new ArrayList<>();
            for (int score : SCORES) {
                cells.add(String.format(Locale.ROOT, "%.3f", Double.parseDouble(last[score])));
            }
            cells.add(String.format(Locale.ROOT, "%,d", Long.parseLong(last[4])));
            assertTrue(table(report, "At the end of the run").contains(row(site, cells)), site + " " + cells);
        }
    }

    @Test
    void theMeansCountReportsWithAFullWindowOnly() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        String report = report(run);

        for (String site : SITES) {
            int window = site.equals("fleet") ? 800 : 200;
            double mean = rows(run.resolve("accuracy.csv"), 1, site).stream()
                    .filter(row -> Long.parseLong(row[4]) >= window)
                    .mapToDouble(row -> Double.parseDouble(row[5]))
                    .average()
                    .orElseThrow();
            String start = row(site, List.of(String.format(Locale.ROOT, "%.3f", mean)));
            assertTrue(
                    table(report, "Mean of all reports since the first window was full")
                            .contains(start),
                    start);
        }
    }

    @Test
    void theWholeRunsScoresCostsAndSlicesAreListed() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();

        String report = report(run);

        List<String> rest =
                List.of("0.601", "0.552", "–", "0.813", "0.701", "0.402", "0.251", "0.203", "0.511", "0.871", "2,500");
        String all = table(report, "All decisions of the run");
        assertTrue(all.contains(row("fleet", cells("1,000", "0.844", rest))), all);
        assertTrue(all.contains(row("node-3", cells("250", "0.830", rest))), all);
        String costs = table(report, "What the fleet&#39;s wrong decisions cost");
        assertTrue(costs.contains(row("model", List.of("1,000", "56", "100", "3,180"))), costs);
        assertTrue(costs.contains(row("last of vehicle", List.of("0", "0", "0", "–"))), costs);
        String slices = table(report, "Parts of the fleet&#39;s decisions");
        assertTrue(slices.contains(row("6 h after cold-front at 18 h", cells("80", "0.750", rest))), slices);
        assertTrue(slices.contains(row("Ion &lt;40&gt;", cells("300", "0.780", rest))), slices);
    }

    private static List<String> cells(String decisions, String accuracy, List<String> rest) {
        List<String> cells = new ArrayList<>(List.of(decisions, accuracy));
        cells.addAll(rest);
        return cells;
    }

    @Test
    void eachClassHasItsScoresAndTheConfusionItsCells() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();

        String report = report(run);

        String classes = table(report, "Scores of each class");
        assertTrue(classes.contains(row("fleet: charge", List.of("–", "0.000", "0.000", "300"))), classes);
        assertTrue(classes.contains(row("fleet: macro average", List.of("0.450", "0.425", "0.437", "1,000"))), classes);
        String confusion = table(report, "The fleet&#39;s decisions: which class was taken for which");
        assertTrue(confusion.contains("taken for drive-on"), confusion);
        assertTrue(confusion.contains(row("drive-on", List.of("600", "100"))), confusion);
        assertTrue(confusion.contains(row("charge", List.of("56", "244"))), confusion);
    }

    @Test
    void aReplayHasTheNamesOfItsOwnClassesAndNoCosts() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        Path manifest = run.resolve("manifest.json");
        String vehicles = Files.readString(manifest);
        String replay = vehicles.replace("name: synthetic", "workload: {classes: [calm, storm]}\\nname: synthetic");
        assertNotEquals(vehicles, replay);
        Files.writeString(manifest, replay);
        Files.writeString(run.resolve("costs.csv"), "node,predictor,decisions,missed,needless,cost_per_1000\n");

        String report = report(run);

        assertFalse(report.contains("charges missed"), "costs");
        assertFalse(table(report, "All decisions of the run").contains("minutes per"), "a column of costs");
        assertTrue(table(report, "Scores of each class").contains("fleet: storm"));
    }

    @Test
    void aRunWithoutTheseTablesStillHasAReport() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        for (String name : List.of("slices.csv", "classes.csv", "confusion.csv", "costs.csv")) {
            Files.delete(run.resolve(name));
        }

        assertTrue(report(run).contains("The scores of the whole run were not recorded."));
    }

    @Test
    void everyUpdateIsCountedByNodeFateAndStaleness() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        String report = report(run);

        String table = table(report, "Updates by staleness (versions), node and fate");
        for (String node : SITES.subList(1, 5)) {
            for (String fate : List.of("aggregated", "rejected", "lost")) {
                List<String[]> updates = rows(run.resolve("updates.csv"), 10, fate).stream()
                        .filter(row -> row[0].equals(node))
                        .toList();
                List<String> cells = new ArrayList<>();
                for (int stale = 0; stale <= 5; stale++) {
                    int step = stale;
                    cells.add(count(updates.stream()
                            .filter(row -> !row[8].isEmpty() && Math.min(5, Integer.parseInt(row[8])) == step)
                            .count()));
                }
                cells.add(count(updates.stream().filter(row -> row[8].isEmpty()).count()));
                cells.add(count(updates.size()));
                assertEquals(!updates.isEmpty(), table.contains(row(node + " " + fate, cells)), node + fate + cells);
            }
        }
        assertTrue(table.contains("<th scope=\"row\">all rejected</th>"), "the run should have rejected some");
    }

    @Test
    void theNodeThatIsHeardLeastIsNamed() throws IOException {
        Path run = new SyntheticRun(directory, 2, 12, 3).write();
        Files.writeString(run.resolve("participation.csv"), """
            node,sent,aggregated,rejected,superseded,lost,unfinished,share,bias,bytes,mean_staleness,mean_age_s
            node-1,10,9,1,0,0,0,0.900000,0.250000,1000,0.500000,60.000
            node-2,10,4,6,0,0,0,0.400000,-0.250000,1000,3.500000,600.000
            all,20,13,7,0,0,0,0.650000,0.500000,2000,2.000000,330.000
            """);

        String report = report(run);

        assertTrue(report.contains("node-2 is heard least: 40.0 % of its updates were aggregated."));
        String table = table(report, "Participation: whose updates are heard");
        assertTrue(table.contains(row("node-2", List.of("10", "4", "6", "0", "0", "40.0 %", "-25.0"))), table);
    }

    @Test
    void fatesModelsIncidentsDeadLettersLedgerAndRestartsAreListed() throws IOException {
        Path run = new SyntheticRun(directory, 4, 36, 3).write();

        String report = report(run);

        long all = Files.readAllLines(run.resolve("updates.csv")).size() - 1;
        assertTrue(table(report, "Fates of updates").contains(row("all", List.of(count(all)))));
        long versions = Files.readAllLines(run.resolve("models.csv")).size() - 1;
        assertTrue(
                report.contains("<th scope=\"row\">versions published</th>\n<td class=\"words\">" + count(versions)));
        assertTrue(table(report, "Faults and drift").contains("cold front, -12 K"));
        assertTrue(report.contains(row("unparsable, on telemetry.node-1", List.of("2"))));
        String ledger = table(report, "Ledger: telemetry records");
        assertTrue(ledger.contains(row("node-1", List.of("1,000", "990", "10"))));
        assertTrue(ledger.contains(row("all", List.of("3,000", "2,989", "11"))));
        assertTrue(report.contains("The ledger closes."));
        assertTrue(report.contains("abc1234 with changes"));
        assertTrue(table(report, "Processes that died and were restarted").contains("killed"));
        assertTrue(report.contains("0f".repeat(32)));
        assertTrue(report.contains("staleness: {limit: 4, beyond: reject}"));
    }

    @Test
    void eachDriftHasTheDelayUntilItsAlarm() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();

        String report = report(run);

        assertTrue(report.contains("drift detectors: 2, of which 1 before the first drift at their node"), report);
        String table = table(report, "How soon each drift was detected");
        assertTrue(table.contains(row("cold-front at node-1", List.of("6 h", "7 h", "1 h", "12", "0"))), table);
        assertTrue(table.contains(row("cold-front at node-2", List.of("6 h", "–", "–", "–", "1"))), table);
    }

    @Test
    void alarmsWithoutADriftAreCountedAndWithoutAlarmsNothingIsSaid() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        Path detection = run.resolve("detection.csv");
        Files.writeString(
                detection, Files.readString(detection).lines().findFirst().orElseThrow() + "\n");

        assertTrue(report(run).contains("drift detectors: 2. No drift was planned."));

        Files.delete(detection);
        Files.delete(run.resolve("alarms.csv"));
        assertFalse(report(run).contains("detectors"), "nothing was watched");
    }

    @Test
    void thePageNeedsNoOtherFileAndNoScript() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        Plots.draw(run);

        String report = report(run);

        assertEquals(5, report.split("<img src=\"data:image/svg\\+xml;base64,", -1).length - 1);
        assertEquals(5, report.split("<img ", -1).length - 1);
        assertFalse(report.contains("<script"), "a script");
        assertFalse(report.contains("http"), "an address");
        assertFalse(report.contains(directory.toString()), "a path of this machine");
    }

    @Test
    void whatTheFilesSayIsEscaped() throws IOException {
        Path run = new SyntheticRun(directory, 4, 12, 3).write();
        String evil = "<img src=x onerror='alert(1)'>&";
        Path manifest = run.resolve("manifest.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"name\": \"synthetic\"", "\"name\": \"" + evil + "\""));
        Path faults = run.resolve("faults.csv");
        Files.writeString(faults, Files.readString(faults).replace("down,", "down," + evil));

        Plots.draw(run);
        String report = report(run);

        assertFalse(report.contains("<img src=x"));
        assertTrue(report.contains("<h1>&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;</h1>"));
        assertTrue(table(report, "Faults and drift").contains("&lt;img src=x"));
    }

    @Test
    void theSameFilesGiveTheSamePage() throws IOException {
        Path run = new SyntheticRun(directory, 3, 12, 3).write();

        assertEquals(report(run), report(run));
    }

    @Test
    void aBareManifestIsEnough() throws IOException {
        Path run = new SyntheticRun(directory, 2, 6, 3).write();
        Files.writeString(run.resolve("manifest.json"), "{}");
        Files.delete(run.resolve("dead-letters.csv"));

        String report = report(run);

        assertTrue(report.contains("The manifest has no ledger."));
        assertTrue(report.contains("Dead letters were not recorded."));
    }

    @Test
    void aDirectoryWithoutARunIsRefused() {
        String message = assertThrows(UnreadableRunException.class, () -> Report.write(directory))
                .getMessage();
        assertEquals(
                "there is no " + directory.resolve("manifest.json") + ": is this the directory of a finished run?",
                message);
    }

    private static String report(Path run) throws IOException {
        return Files.readString(Report.write(run));
    }

    private static String table(String report, String caption) {
        int start = report.indexOf("<caption>" + caption + "</caption>");
        assertTrue(start >= 0, "no table " + caption);
        return report.substring(start, report.indexOf("</table>", start));
    }

    /** The beginning of a table's row. */
    private static String row(String name, List<String> cells) {
        StringBuilder row = new StringBuilder("<th scope=\"row\">" + name + "</th>\n");
        cells.forEach(cell -> row.append("<td class=\"number\">").append(cell).append("</td>\n"));
        return row.toString();
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static List<String[]> rows(Path file, int column, String value) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[column].equals(value))
                .toList();
    }
}
