package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The global models of a run in short, and how the nodes took them over. */
final class ModelTables {
    private final RecordedRun run;

    ModelTables(RecordedRun run) {
        this.run = run;
    }

    void write(Html html) {
        List<Table.Row> models = run.models().rows();
        if (models.isEmpty()) {
            html.paragraph("The aggregator published no model: each node learned alone.");
            return;
        }
        Table.Row first = models.get(0);
        Table.Row last = models.get(models.size() - 1);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("versions published", Figures.count(models.size())));
        rows.add(List.of("first", Figures.hours(first.needed("time_s") / 3600)));
        rows.add(List.of("last", Figures.hours(last.needed("time_s") / 3600)));
        if (models.size() > 1) {
            double minutes = (last.needed("time_s") - first.needed("time_s")) / 60 / (models.size() - 1);
            rows.add(List.of("mean time between", Figures.decimals(minutes, 1) + " min"));
        }
        rows.add(List.of(
                "updates in each, mean", Figures.decimals(numbers("updates").average(), 2)));
        rows.add(List.of(
                "staleness in each, mean",
                Figures.decimals(numbers("mean_staleness").average(), 2)));
        rows.add(List.of(
                "greatest staleness", Figures.decimals(numbers("max_staleness").max(), 0)));
        rows.add(List.of("step from version to version, first", norm(first)));
        rows.add(List.of("step from version to version, last", norm(last)));
        rows.add(List.of("last parameters, SHA-256", last.text("parameters_sha256")));
        html.table("Global models", List.of("", "value"), rows);
        adoptions(html);
    }

    private DoubleStream numbers(String column) {
        return run.models().rows().stream().flatMapToDouble(row -> row.number(column).stream());
    }

    /** The Euclidean norm of a version's change. */
    private static String norm(Table.Row model) {
        return Figures.decimals(model.number("step_norm"), 4);
    }

    private void adoptions(Html html) {
        List<List<String>> rows = new ArrayList<>();
        for (String node : run.nodes()) {
            List<Table.Row> adopted = run.adoptions(node);
            OptionalDouble behind = run.scores(node).stream()
                    .flatMapToDouble(row -> row.number("staleness").stream())
                    .average();
            rows.add(List.of(
                    node,
                    Figures.count(adopted.size()),
                    adopted.isEmpty()
                            ? Figures.NONE
                            : adopted.get(adopted.size() - 1).text("version"),
                    Figures.decimals(behind, 2)));
        }
        html.table(
                "Global models taken over by the nodes",
                List.of("node", "taken over", "last version", "versions behind, mean of reports"),
                rows);
    }
}
