package dev.convoy.experiments.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The accuracy of a node, or of the fleet, and of baselines over run time: one panel of the accuracy figure. */
final class ScorePanel {
    /** Scores over less than this part of a window jump about; the range of the axis does not follow them. */
    private static final double EARLY = 0.5;

    private final RecordedRun run;
    private final String node;
    private final List<Baseline> baselines;
    private final List<Table.Row> scores;

    ScorePanel(RecordedRun run, String node, List<Baseline> baselines) {
        this.run = run;
        this.node = node;
        this.baselines = baselines;
        this.scores = run.scores(node);
    }

    /** The values that should lie inside the panel: the model's soon, the baselines' once the window is full. */
    DoubleStream steadyValues() {
        return DoubleStream.concat(
                values("accuracy", EARLY),
                baselines.stream().flatMapToDouble(baseline -> values(baseline.column(), 1)));
    }

    private DoubleStream values(String column, double filled) {
        List<Table.Row> steady = scores.stream()
                .filter(row -> row.needed("decisions") >= filled * run.window(node))
                .toList();
        return (steady.isEmpty() ? scores : steady).stream().flatMapToDouble(row -> row.number(column).stream());
    }

    XYPlot plot(ShareRange range, int gridLines, boolean thick) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        // JFreeChart paints the last series first and the first on top
        lines.addSeries(series("accuracy"));
        renderer.setSeriesPaint(0, Ink.MODEL);
        renderer.setSeriesStroke(0, thick ? Ink.THICK : Ink.MEDIUM);
        for (Baseline baseline : baselines) {
            renderer.setSeriesPaint(lines.getSeriesCount(), Ink.baseline(baseline));
            renderer.setSeriesStroke(lines.getSeriesCount(), Ink.dashes(baseline));
            lines.addSeries(series(baseline.column()));
        }
        XYPlot plot =
                new XYPlot(lines, null, Panels.shares("accuracy", range.lower(), range.upper(), gridLines), renderer);
        Panels.dress(plot);
        run.incidents().stream()
                .filter(incident -> node.equals(RecordedRun.FLEET) || incident.concerns(node))
                .forEach(incident -> Panels.shade(plot, incident));
        run.windowFull(node).ifPresent(hours -> Panels.verticalLine(plot, hours));
        return plot;
    }

    private XYSeries series(String column) {
        XYSeries series = new XYSeries(column, false, true);
        for (Table.Row row : scores) {
            OptionalDouble value = row.number(column);
            series.add(row.needed("time_s") / 3600, value.isPresent() ? value.getAsDouble() : Double.NaN);
        }
        return series;
    }

    /** The last score against the best of the baselines, in words. */
    String remark() {
        OptionalDouble end = last("accuracy");
        if (end.isEmpty()) {
            return "no decision was labelled";
        }
        Optional<Baseline> best = Baseline.all().stream()
                .filter(baseline -> last(baseline.column()).isPresent())
                .max((a, b) -> Double.compare(
                        last(a.column()).getAsDouble(), last(b.column()).getAsDouble()));
        String model = String.format(Locale.ROOT, "at the end %.3f", end.getAsDouble());
        return best.map(baseline -> String.format(
                        Locale.ROOT,
                        "%s; best baseline: %s %.3f",
                        model,
                        baseline.words(),
                        last(baseline.column()).getAsDouble()))
                .orElse(model);
    }

    private OptionalDouble last(String column) {
        return scores.isEmpty()
                ? OptionalDouble.empty()
                : scores.get(scores.size() - 1).number(column);
    }
}
