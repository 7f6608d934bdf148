package dev.convoy.experiments.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Points in rows, before grey bands that say where they should lie; what is added first is painted on top. */
final class PointsOnBands {
    static final Color BAND = new Color(0xDADADA);
    private static final BasicStroke STROKE = new BasicStroke(12, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final XYSeriesCollection series = new XYSeriesCollection();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, false);

    void shapes(XYSeries points, Shape shape, Color colour) {
        int index = series.getSeriesCount();
        series.addSeries(points);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShapesFilled(index, true);
        renderer.setSeriesShape(index, shape);
        renderer.setSeriesPaint(index, colour);
    }

    void band(int row, double from, double to) {
        int index = series.getSeriesCount();
        XYSeries ends = new XYSeries("band " + index, false, true);
        ends.add(from, row);
        ends.add(to, row);
        series.addSeries(ends);
        renderer.setSeriesLinesVisible(index, true);
        renderer.setSeriesPaint(index, BAND);
        renderer.setSeriesStroke(index, STROKE);
    }

    XYPlot plot(ValueAxis across, ValueAxis rows) {
        return new XYPlot(series, across, rows, renderer);
    }
}
