package dev.convoy.experiments.records;

import dev.convoy.evaluation.ClassReport;
import dev.convoy.evaluation.ClassScores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the final models of a run made of rows that no node has seen: {@code test.csv} with the scores of each class and
 * {@code test-confusion.csv} with which class was taken for which. No part of the digest: they follow from the models.
 */
public final class TestTables {
    static final String SCORES = "test.csv";
    static final String CONFUSION = "test-confusion.csv";
    static final List<String> FILES = List.of(SCORES, CONFUSION);

    private final List<String> classes;
    private final StringBuilder scores = new StringBuilder("model,class,precision,recall,f1,support\n");
    private final StringBuilder confusion = new StringBuilder("model,label,predicted,count\n");

    private TestTables(List<String> classes) {
        this.classes = classes;
    }

    /** @param reports by model */
    public static void write(Path directory, List<String> classes, Map<String, ClassReport> reports)
            throws IOException {
        TestTables tables = new TestTables(classes);
        reports.forEach(tables::add);
        WholeFile.write(directory.resolve(SCORES), bytes(tables.scores));
        WholeFile.write(directory.resolve(CONFUSION), bytes(tables.confusion));
    }

    private void add(String model, ClassReport report) {
        for (int k = 0; k < classes.size(); k++) {
            addScores(model, classes.get(k), report.classes().get(k));
        }
        addScores(model, "macro", report.macro());
        addScores(model, "micro", report.micro());
        for (ClassReport.Cell cell : report.confusion()) {
            row(confusion, model, classes.get(cell.label()), classes.get(cell.predicted()), Cells.whole(cell.count()));
        }
    }

    private void addScores(String model, String name, ClassScores of) {
        row(
                scores,
                model,
                name,
                Cells.score(of.precision()),
                Cells.score(of.recall()),
                Cells.score(of.f1()),
                Cells.whole(of.support()));
    }

    private static void row(StringBuilder table, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            table.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        table.append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(StringBuilder table) {
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}
