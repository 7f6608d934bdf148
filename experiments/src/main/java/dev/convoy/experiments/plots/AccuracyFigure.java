package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;

/** Accuracy over run time: the fleet's with all baselines, then each node's with the arrivals of global models. */
final class AccuracyFigure implements Figure {
    private static final int MOST_NODES = 8;
    private static final int FLEET_HEIGHT = 230;
    private static final int NODE_HEIGHT = 96;
    private static final int GAP = 24;
    private static final int BELOW = 100;
    /** About what axis and margins take of the width. */
    private static final int ROUND_PANELS = 78;

    private static final int PANEL_TITLE = 18;
    private static final double TICK = 7;
    /** Room for the ticks below the lines, as a part of a node's panel. */
    private static final double TICK_ROOM = 0.12;

    private static final List<Baseline> OF_NODES = List.of(Baseline.MAJORITY, Baseline.RULE);

    private final RecordedRun run;
    private final List<String> nodes;
    private final IncidentStrip strip;
    private final List<Table.Row> alarms;

    AccuracyFigure(RecordedRun run) {
        this.run = run;
        this.nodes = run.nodes().stream().limit(MOST_NODES).toList();
        this.strip = new IncidentStrip(run.incidents(), run.hours());
        this.alarms = RecordedDetection.read(run.directory()).alarms();
    }

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String description() {
        return "Accuracy of the fleet and of each node over run time, with baselines, arrivals of global models, faults"
                + " and drift";
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public int height() {
        return Lettering.HEADING
                + PANEL_TITLE
                + IncidentStrip.HIGHEST
                + FLEET_HEIGHT
                + nodes.size() * (GAP + NODE_HEIGHT)
                + BELOW;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(0, run.name() + ": how often were the vehicles advised rightly?", subtitle(graphics));
        int top = Lettering.HEADING + PANEL_TITLE + strip.height(graphics, WIDTH - ROUND_PANELS);
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart().draw(graphics, new Rectangle2D.Double(0, top, WIDTH, height() - top), null, info);

        Rectangle2D fleet = area(info, 0);
        strip.paint(graphics, fleet);
        lettering.panel(
                fleet,
                5 + strip.height(graphics, fleet.getWidth()),
                "fleet",
                new ScorePanel(run, RecordedRun.FLEET, Baseline.all()).remark());
        for (int i = 0; i < nodes.size(); i++) {
            Rectangle2D area = area(info, i + 1);
            lettering.panel(area, 5, nodes.get(i), new ScorePanel(run, nodes.get(i), OF_NODES).remark());
            ticks(graphics, area, nodes.get(i));
            alarms(graphics, area, nodes.get(i));
        }
    }

    private String subtitle(Graphics2D graphics) {
        String counted = "Share of right decisions among the last " + RecordedRun.FLEET_WINDOW + " labelled ones ("
                + RecordedRun.NODE_WINDOW + " of a node).";
        int all = run.nodes().size();
        return (nodes.size() == all ? counted : counted + " The first " + nodes.size() + " of " + all + " nodes.")
                + strip.remark(graphics, WIDTH - ROUND_PANELS);
    }

    private static Rectangle2D area(ChartRenderingInfo info, int panel) {
        return info.getPlotInfo().getSubplotInfo(panel).getDataArea();
    }

    private JFreeChart chart() {
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(Panels.hours(run.hours()));
        Panels.bare(panels);
        panels.setOutlineVisible(false);
        panels.setGap(GAP);
        ScorePanel fleet = new ScorePanel(run, RecordedRun.FLEET, Baseline.all());
        panels.add(fleet.plot(ShareRange.fitted(fleet.steadyValues(), 0), 7, true), FLEET_HEIGHT);
        List<ScorePanel> panelsOfNodes =
                nodes.stream().map(node -> new ScorePanel(run, node, OF_NODES)).toList();
        // one range for all, so that nodes can be compared
        ShareRange range =
                ShareRange.fitted(panelsOfNodes.stream().flatMapToDouble(ScorePanel::steadyValues), TICK_ROOM);
        for (ScorePanel panel : panelsOfNodes) {
            XYPlot plot = panel.plot(range, 4, false);
            panels.add(plot, NODE_HEIGHT);
        }
        panels.setFixedLegendItems(Panels.items(legend()));
        return Panels.chart(panels);
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        items.add(Panels.lineItem("model", Ink.THICK, Ink.MODEL));
        for (Baseline baseline : Baseline.all()) {
            items.add(Panels.lineItem(baseline.words(), Ink.dashes(baseline), Ink.baseline(baseline)));
        }
        Shape tick = new Line2D.Double(0, -TICK / 2, 0, TICK / 2);
        items.add(Panels.shapeItem("global model arrives", tick, Ink.ARRIVAL, Ink.ARRIVAL));
        if (!alarms.isEmpty()) {
            items.add(Panels.shapeItem("drift alarm", triangle(0, -TICK / 2), Ink.TEXT, Ink.TEXT));
        }
        if (run.windowFull(RecordedRun.FLEET).isPresent()
                || nodes.stream().anyMatch(node -> run.windowFull(node).isPresent())) {
            items.add(Panels.lineItem("first window full", Ink.DOTTED, Ink.FAINT_TEXT));
        }
        items.addAll(Panels.causes(run.incidents()));
        return items;
    }

    /** Marks each adoption at the lower edge of the node's panel. */
    private void ticks(Graphics2D graphics, Rectangle2D area, String node) {
        Path2D ticks = new Path2D.Double();
        for (Table.Row row : run.adoptions(node)) {
            double x = area.getMinX() + area.getWidth() * row.needed("time_s") / 3600 / run.hours();
            ticks.moveTo(x, area.getMaxY() - TICK);
            ticks.lineTo(x, area.getMaxY() - 1);
        }
        graphics.setPaint(Ink.ARRIVAL);
        graphics.setStroke(Ink.HAIR);
        graphics.draw(ticks);
    }

    /** Marks each alarm of the node's detector at the upper edge of its panel. */
    private void alarms(Graphics2D graphics, Rectangle2D area, String node) {
        graphics.setPaint(Ink.TEXT);
        for (Table.Row row : alarms) {
            if (row.text("node").equals(node)) {
                double x = area.getMinX() + area.getWidth() * row.needed("time_s") / 3600 / run.hours();
                graphics.fill(triangle(x, area.getMinY()));
            }
        }
    }

    /** Its tip points down from there. */
    private static Shape triangle(double x, double top) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - TICK / 2, top);
        triangle.lineTo(x + TICK / 2, top);
        triangle.lineTo(x, top + TICK);
        triangle.closePath();
        return triangle;
    }
}
