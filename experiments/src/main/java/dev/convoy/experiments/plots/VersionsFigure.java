package dev.convoy.experiments.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** How many versions the model in use at each node lay behind the newest published one, over run time. */
final class VersionsFigure implements Figure {
    private static final int MOST_NODES = 12;
    private static final int PANEL = 58;
    private static final int GAP = 24;
    private static final int BELOW = 76;
    private static final int PANEL_TITLE = 18;

    private final RecordedRun run;
    private final List<String> nodes;
    private final double greatest;

    VersionsFigure(RecordedRun run) {
        this.run = run;
        this.nodes = run.nodes().stream().limit(MOST_NODES).toList();
        this.greatest = nodes.stream()
                .flatMap(node -> run.scores(node).stream())
                .flatMapToDouble(row -> row.number("staleness").stream())
                .max()
                .orElse(0);
    }

    @Override
    public String name() {
        return "versions";
    }

    @Override
    public String description() {
        return "How many versions each node's model lay behind the newest global model, over run time";
    }

    @Override
    public boolean tells() {
        return greatest > 0;
    }

    @Override
    public int height() {
        return Lettering.HEADING + PANEL_TITLE + nodes.size() * (PANEL + GAP) + BELOW;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(
                0,
                run.name() + ": how far behind was the model in use?",
                "Versions between the newest global model and the one a node predicted with, at each report.");
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(Panels.hours(run.hours()));
        Panels.bare(panels);
        panels.setOutlineVisible(false);
        panels.setGap(GAP);
        for (String node : nodes) {
            panels.add(plot(node), 1);
        }
        panels.setFixedLegendItems(Panels.items(Panels.causes(run.incidents())));
        int top = Lettering.HEADING + PANEL_TITLE;
        ChartRenderingInfo info = new ChartRenderingInfo();
        Panels.chart(panels).draw(graphics, new Rectangle2D.Double(0, top, WIDTH, height() - top), null, info);
        for (int i = 0; i < nodes.size(); i++) {
            Rectangle2D area = info.getPlotInfo().getSubplotInfo(i).getDataArea();
            lettering.panel(area, 5, nodes.get(i), remark(nodes.get(i)));
        }
    }

    private XYPlot plot(String node) {
        XYSeries series = new XYSeries(node, false, true);
        for (Table.Row row : run.scores(node)) {
            OptionalDouble behind = row.number("staleness");
            if (behind.isPresent()) {
                series.add(row.needed("time_s") / 3600, behind.getAsDouble());
            }
        }
        XYStepAreaRenderer renderer = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        renderer.setSeriesPaint(0, Ink.MODEL);
        renderer.setOutline(false);
        NumberAxis axis = Panels.counts("versions", Math.max(greatest, 2), 4);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), null, axis, renderer);
        Panels.dress(plot);
        plot.setBackgroundPaint(Color.WHITE);
        run.incidents().stream()
                .filter(incident -> incident.concerns(node))
                .forEach(incident -> Panels.shade(plot, incident));
        return plot;
    }

    private String remark(String node) {
        OptionalDouble mean = run.scores(node).stream()
                .flatMapToDouble(row -> row.number("staleness").stream())
                .average();
        int adopted = run.adoptions(node).size();
        return mean.isPresent()
                ? String.format(Locale.ROOT, "on average %.2f behind; %,d models adopted", mean.getAsDouble(), adopted)
                : "";
    }
}
