package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.RecordedScores;
import dev.convoy.experiments.plots.Table;
import dev.convoy.telemetry.VehicleField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well each class was told from the others, and which was taken for which. */
final class ClassTables {
    private final RecordedScores scores;
    private final List<String> sites = new ArrayList<>();
    private final List<String> numbers;
    private final List<String> names;

    ClassTables(RecordedRun run, RecordedScores scores) {
        this.scores = scores;
        sites.add(RecordedRun.FLEET);
        sites.addAll(run.nodes());
        numbers = scores.classes(RecordedRun.FLEET).stream()
                .map(row -> row.text("class"))
                .filter(name -> name.matches("[0-9]+"))
                .toList();
        List<String> replayed = run.manifest().replayedClasses();
        names = replayed.isEmpty() ? VehicleField.workload().classes() : replayed;
    }

    void write(Html html) {
        html.heading("classes", "Class by class");
        html.paragraph("Precision is the share of right ones among those predicted to be of a class, recall the share"
                + " found of those that were; F1 is their harmonic mean, support how many there were. The macro average"
                + " counts every class alike, the micro average every decision.");
        List<List<String>> rows = new ArrayList<>();
        for (String site : sites) {
            for (Table.Row row : scores.classes(site)) {
                rows.add(List.of(
                        site + ": " + name(row.text("class")),
                        Figures.score(row.number("precision")),
                        Figures.score(row.number("recall")),
                        Figures.score(row.number("f1")),
                        Figures.count(row.needed("support"))));
            }
        }
        html.table("Scores of each class", List.of("whose, class", "precision", "recall", "F1", "support"), rows);
        confusion(html);
    }

    private void confusion(Html html) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (Table.Row row : scores.confusion(RecordedRun.FLEET)) {
            counts.put(key(row.text("label"), row.text("predicted")), row.needed("count"));
        }
        List<String> columns = new ArrayList<>(List.of("what it was"));
        numbers.forEach(number -> columns.add("taken for " + name(number)));
        List<List<String>> rows = new ArrayList<>();
        for (String label : numbers) {
            List<String> row = new ArrayList<>(List.of(name(label)));
            numbers.forEach(predicted -> row.add(Figures.count(counts.getOrDefault(key(label, predicted), 0.0))));
            rows.add(row);
        }
        html.table("The fleet's decisions: which class was taken for which", columns, rows);
    }

    private static String key(String label, String predicted) {
        return label + " " + predicted;
    }

    private String name(String word) {
        if (!numbers.contains(word)) {
            return word + " average";
        }
        int number = Integer.parseInt(word);
        return number < names.size() ? names.get(number) : "class " + word;
    }
}
