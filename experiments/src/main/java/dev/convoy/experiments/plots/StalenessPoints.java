package dev.convoy.experiments.plots;

import dev.convoy.metric.UpdateFate.Fate;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The staleness of each update over run time: a row for each staleness, and in it a lane for each node. */
final class StalenessPoints {
    private static final int MOST_NODES = 8;
    private static final int MOST_ROWS = 10;
    /** Of points in the same of so many parts of the run one is drawn: they would cover each other. */
    private static final double FINEST = 1000;

    private static final double LANES = 0.7;
    private static final Shape TAKEN = dot(2.1);
    private static final Shape REJECTED = cross(3.2);

    private final RecordedRun run;
    private final List<String> nodes;
    private final long greatest;
    private final long highest;

    StalenessPoints(RecordedRun run) {
        this.run = run;
        this.nodes = run.nodes().stream().limit(MOST_NODES).toList();
        this.greatest = (long) run.updates().rows().stream()
                .flatMapToDouble(row -> row.number("staleness").stream())
                .max()
                .orElse(0);
        long limit = run.manifest().stalenessLimit().orElse(0);
        this.highest = greatest <= Math.max(MOST_ROWS, limit + 2) ? greatest : Math.max(MOST_ROWS, limit + 2);
    }

    /** Which nodes are left out, in a sentence to follow another; empty if none. */
    String remark() {
        int all = run.nodes().size();
        return nodes.size() == all ? "" : " The first " + nodes.size() + " of " + all + " nodes.";
    }

    JFreeChart chart() {
        XYSeriesCollection points = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDrawOutlines(false);
        for (int i = 0; i < nodes.size(); i++) {
            add(points, renderer, i, false);
            add(points, renderer, i, true);
        }
        SymbolAxis rows = new SymbolAxis("staleness (versions)", rowNames());
        Panels.dress(rows);
        rows.setGridBandPaint(new Color(0xF5F5F5));
        rows.setGridBandAlternatePaint(Color.WHITE);
        rows.setRange(-0.5, top() + 0.5);
        XYPlot plot = new XYPlot(points, Panels.hours(run.hours()), rows, renderer);
        Panels.dress(plot);
        plot.setRangeGridlinesVisible(false);
        run.incidents().forEach(incident -> Panels.shade(plot, incident));
        shownLimit().ifPresent(limit -> limitLine(plot, limit));
        plot.setFixedLegendItems(Panels.items(legend()));
        return Panels.chart(plot);
    }

    /** The limit, unless it lies far above all that happened. */
    private OptionalLong shownLimit() {
        OptionalLong limit = run.manifest().stalenessLimit();
        return limit.isPresent() && limit.getAsLong() <= Math.max(highest, MOST_ROWS) ? limit : OptionalLong.empty();
    }

    /** The uppermost row: that of the stalest update, or the first beyond the limit. */
    private long top() {
        return Math.max(highest, shownLimit().orElse(-1) + 1);
    }

    private String[] rowNames() {
        long last = top() + 1;
        String[] names = new String[(int) last + 1];
        for (int i = 0; i <= last; i++) {
            names[i] = i == highest && greatest > highest ? i + "+" : Integer.toString(i);
        }
        return names;
    }

    private void add(XYSeriesCollection points, XYLineAndShapeRenderer renderer, int node, boolean rejected) {
        XYSeries series = new XYSeries(nodes.get(node) + (rejected ? " rejected" : ""), false, true);
        Set<String> seen = new HashSet<>();
        double lane = nodes.size() == 1 ? 0 : LANES * (0.5 - node / (nodes.size() - 1.0));
        for (Table.Row row : run.updates().rows()) {
            if (row.text("node").equals(nodes.get(node))
                    && row.number("staleness").isPresent()
                    && row.number("decided_s").isPresent()
                    && rejected == (UpdateTally.fate(row) == Fate.REJECTED)) {
                double hours = row.needed("decided_s") / 3600;
                double level = Math.min(highest, row.needed("staleness"));
                if (seen.add(Math.round(hours / run.hours() * FINEST) + "/" + level)) {
                    series.add(hours, level + lane);
                }
            }
        }
        int index = points.getSeriesCount();
        points.addSeries(series);
        renderer.setSeriesPaint(index, Ink.node(node));
        renderer.setSeriesShape(index, rejected ? REJECTED : TAKEN);
        renderer.setSeriesShapesFilled(index, true);
    }

    private void limitLine(XYPlot plot, long limit) {
        ValueMarker line = new ValueMarker(limit + 0.5);
        line.setPaint(Ink.TEXT);
        line.setStroke(Ink.THIN);
        line.setAlpha(1);
        line.setLabel("limit " + limit);
        line.setLabelFont(Ink.SMALL);
        line.setLabelPaint(Ink.TEXT);
        line.setLabelBackgroundColor(new Color(255, 255, 255, 0));
        line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        line.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        plot.addRangeMarker(line, Layer.FOREGROUND);
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            items.add(Panels.shapeItem(nodes.get(i), dot(4), Ink.node(i), Ink.node(i)));
        }
        items.add(Panels.shapeItem("rejected", cross(4.5), Ink.TEXT, Ink.TEXT));
        items.addAll(Panels.causes(run.incidents()));
        return items;
    }

    /** An octagon: as round as needed, and much shorter in an SVG than a circle's curves. */
    private static Shape dot(double radius) {
        Path2D dot = new Path2D.Double();
        double near = radius * 0.41;
        dot.moveTo(-near, -radius);
        dot.lineTo(near, -radius);
        dot.lineTo(radius, -near);
        dot.lineTo(radius, near);
        dot.lineTo(near, radius);
        dot.lineTo(-near, radius);
        dot.lineTo(-radius, near);
        dot.lineTo(-radius, -near);
        dot.closePath();
        return dot;
    }

    private static Shape cross(double arm) {
        double half = arm / 2.6;
        Path2D cross = new Path2D.Double();
        cross.moveTo(-arm, -arm + half);
        cross.lineTo(-arm + half, -arm);
        cross.lineTo(0, -half);
        cross.lineTo(arm - half, -arm);
        cross.lineTo(arm, -arm + half);
        cross.lineTo(half, 0);
        cross.lineTo(arm, arm - half);
        cross.lineTo(arm - half, arm);
        cross.lineTo(0, half);
        cross.lineTo(-arm + half, arm);
        cross.lineTo(-arm, arm - half);
        cross.lineTo(-half, 0);
        cross.closePath();
        return cross;
    }
}
