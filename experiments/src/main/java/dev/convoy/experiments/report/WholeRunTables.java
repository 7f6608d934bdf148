package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Baseline;
import dev.convoy.experiments.plots.RecordedRun;
import dev.convoy.experiments.plots.RecordedScores;
import dev.convoy.experiments.plots.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scores of all decisions of a run, what wrong ones cost, and the scores of parts of them. */
final class WholeRunTables {
    private static final List<String> SCORES =
            List.of("balanced_accuracy", "kappa", "temporal_kappa", "kappa_m", "log_loss", "fading_accuracy");
    private static final String COST = "minutes per 1,000 decisions";

    private final RecordedScores scores;
    private final List<String> sites = new ArrayList<>();
    private final boolean priced;

    WholeRunTables(RecordedRun run, RecordedScores scores) {
        this.scores = scores;
        sites.add(RecordedRun.FLEET);
        sites.addAll(run.nodes());
        priced = !scores.costs(RecordedRun.FLEET).isEmpty();
    }

    boolean empty() {
        return scores.all(RecordedRun.FLEET).isEmpty();
    }

    void all(Html html) {
        List<List<String>> rows = new ArrayList<>();
        for (String site : sites) {
            Optional<Table.Row> all = scores.all(site);
            all.ifPresent(row -> rows.add(cells(site, row)));
        }
        html.table("All decisions of the run", columns(""), rows);
        if (priced) {
            costs(html);
        }
    }

    void slices(Html html) {
        List<List<String>> rows = scores.slices(RecordedRun.FLEET).stream()
                .map(row -> cells(RecordedScores.words(row), row))
                .toList();
        html.table("Parts of the fleet's decisions", columns("part"), rows);
    }

    private List<String> columns(String first) {
        List<String> columns = new ArrayList<>(List.of(first, "decisions", "model"));
        Baseline.all().forEach(baseline -> columns.add(baseline.words()));
        SCORES.forEach(column -> columns.add(column.replace('_', ' ')));
        if (priced) {
            columns.add(COST);
        }
        return columns;
    }

    private List<String> cells(String name, Table.Row row) {
        List<String> cells = new ArrayList<>(
                List.of(name, Figures.count(row.needed("decisions")), Figures.score(row.number("accuracy"))));
        Baseline.all().forEach(baseline -> cells.add(Figures.score(row.number(baseline.column()))));
        SCORES.forEach(column -> cells.add(Figures.score(row.number(column))));
        if (priced) {
            cells.add(Figures.decimals(row.number("cost_per_1000"), 0));
        }
        return cells;
    }

    private void costs(Html html) {
        List<List<String>> rows = new ArrayList<>();
        for (Table.Row row : scores.costs(RecordedRun.FLEET)) {
            rows.add(List.of(
                    row.text("predictor").replace('_', ' '),
                    Figures.count(row.needed("decisions")),
                    Figures.count(row.needed("missed")),
                    Figures.count(row.needed("needless")),
                    Figures.decimals(row.number("cost_per_1000"), 0)));
        }
        html.table(
                "What the fleet's wrong decisions cost",
                List.of("who decides", "decisions", "charges missed", "needless stops", COST),
                rows);
        html.paragraph(
                "A charge missed counts 30 minutes, a needless stop 15. A baseline is judged by the decisions for"
                        + " which it had something to go by.");
    }
}
