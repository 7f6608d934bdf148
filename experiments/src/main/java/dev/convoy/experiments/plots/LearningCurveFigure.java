package dev.convoy.experiments.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The network's loss on the training and the validation part, epoch by epoch, and the epoch that was kept. */
final class LearningCurveFigure implements Figure {
    private static final int HEIGHT = 360;

    /** Room for the upper half of the highest number. */
    private static final int TOP = Lettering.HEADING + 8;

    private static final Color VALIDATION = new Color(0xD55E00);
    private static final BasicStroke DASHES =
            new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 3}, 0);

    private final List<Table.Row> epochs;
    private final double kept;

    LearningCurveFigure(Table table) {
        this.epochs = table.rows();
        this.kept = epochs.stream()
                .filter(row -> row.needed("kept") > 0)
                .mapToDouble(row -> row.needed("epoch"))
                .findFirst()
                .orElse(0);
    }

    @Override
    public String name() {
        return "learning-curve";
    }

    @Override
    public String description() {
        return "The network's loss on the training and validation parts after each epoch";
    }

    @Override
    public boolean tells() {
        return !epochs.isEmpty();
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics) {
        new Lettering(graphics)
                .heading(
                        0,
                        "How did the network learn?",
                        String.format(
                                Locale.ROOT,
                                "Mean loss after each epoch. Kept: epoch %.0f of %d, dotted.",
                                kept,
                                epochs.size()));
        Panels.chart(plot()).draw(graphics, new Rectangle2D.Double(0, TOP, WIDTH, HEIGHT - TOP));
    }

    private XYPlot plot() {
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(series("validation_loss"));
        lines.addSeries(series("training_loss"));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, VALIDATION);
        renderer.setSeriesStroke(0, DASHES);
        renderer.setSeriesPaint(1, Ink.MODEL);
        renderer.setSeriesStroke(1, Ink.MEDIUM);
        XYPlot plot = new XYPlot(lines, Panels.counts("epoch", epochs.size(), 14), losses(lines), renderer);
        Panels.dress(plot);
        Panels.verticalLine(plot, kept);
        plot.setFixedLegendItems(Panels.items(List.of(
                Panels.lineItem("training part", Ink.MEDIUM, Ink.MODEL),
                Panels.lineItem("validation part", DASHES, VALIDATION))));
        return plot;
    }

    private XYSeries series(String column) {
        XYSeries series = new XYSeries(column, false, true);
        epochs.forEach(row -> series.add(row.needed("epoch"), row.needed(column)));
        return series;
    }

    private static NumberAxis losses(XYSeriesCollection lines) {
        double lower = lines.getRangeLowerBound(false);
        double upper = lines.getRangeUpperBound(false);
        double room = Math.max(0.005, (upper - lower) * 0.06);
        return Panels.shares("cross-entropy (nats)", Math.max(0, lower - room), upper + room, 8);
    }
}
