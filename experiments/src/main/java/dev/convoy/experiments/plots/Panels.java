package dev.convoy.experiments.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all charts have in common: white, light grid, plain axes, a legend below. */
final class Panels {
    private static final double[] HOUR_STEPS = {0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672};
    private static final double[] SHARE_STEPS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
    private static final double[] COUNT_STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5};

    private Panels() {}

    /** Run time from 0 to the end of the run. */
    static NumberAxis hours(double end) {
        NumberAxis axis = new NumberAxis("run time (hours)");
        axis.setRange(0, Math.max(end, 0.01));
        axis.setTickUnit(unit(HOUR_STEPS, end, 13, "0.##"));
        dress(axis);
        axis.setTickMarksVisible(true);
        return axis;
    }

    /** Shares between two bounds, with at most a number of grid lines. */
    static NumberAxis shares(String label, double lower, double upper, int lines) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(lower, upper);
        NumberTickUnit unit = unit(SHARE_STEPS, upper - lower, lines, "0.00#");
        axis.setTickUnit(unit);
        dress(axis);
        return axis;
    }

    /** Counts from 0, with room after the greatest, with at most a number of grid lines. */
    static NumberAxis counts(String label, double greatest, int lines) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(0, Math.max(1, greatest * 1.06));
        axis.setTickUnit(unit(COUNT_STEPS, greatest, lines, "#,##0"));
        dress(axis);
        return axis;
    }

    private static NumberTickUnit unit(double[] steps, double span, int most, String format) {
        double step = steps[steps.length - 1];
        for (int i = steps.length - 1; i >= 0 && span / steps[i] <= most; i--) {
            step = steps[i];
        }
        return new NumberTickUnit(step, new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    static void dress(Axis axis) {
        axis.setLabelFont(Ink.NORMAL);
        axis.setLabelPaint(Ink.TEXT);
        axis.setTickLabelFont(Ink.SMALL);
        axis.setTickLabelPaint(Ink.TEXT);
        axis.setAxisLinePaint(Ink.AXIS);
        axis.setTickMarkPaint(Ink.AXIS);
        axis.setTickMarksVisible(axis instanceof ValueAxis && axis.isTickMarksVisible());
    }

    static void dress(XYPlot plot) {
        bare(plot);
        plot.setDomainGridlinePaint(Ink.GRID);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setDomainGridlineStroke(Ink.HAIR);
        plot.setRangeGridlineStroke(Ink.HAIR);
        plot.setDomainZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static void bare(Plot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlinePaint(Ink.AXIS);
        plot.setOutlineStroke(Ink.HAIR);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
    }

    /** A chart without title; its legend shows the given items only. */
    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, Ink.NORMAL, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(0, 8, 6, 14));
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Ink.SMALL);
        legend.setItemPaint(Ink.TEXT);
        legend.setFrame(BlockBorder.NONE);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 10));
        chart.addLegend(legend);
        return chart;
    }

    /** Shades the time of an incident behind the lines; what came at once is a line. */
    static void shade(XYPlot plot, Incident incident) {
        if (incident.fromHours() == incident.toHours()) {
            ValueMarker instant = new ValueMarker(incident.fromHours());
            instant.setPaint(paint(incident.cause()));
            instant.setStroke(new BasicStroke(2));
            plot.addDomainMarker(instant, Layer.BACKGROUND);
            return;
        }
        IntervalMarker marker = new IntervalMarker(incident.fromHours(), incident.toHours());
        marker.setPaint(paint(incident.cause()));
        marker.setOutlinePaint(null);
        marker.setAlpha(0.5f);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    static Color paint(Incident.Cause cause) {
        return cause == Incident.Cause.DRIFT ? Ink.DRIFT : Ink.FAULT;
    }

    static void verticalLine(XYPlot plot, double hours) {
        ValueMarker marker = new ValueMarker(hours);
        marker.setPaint(Ink.FAINT_TEXT);
        marker.setStroke(Ink.DOTTED);
        marker.setAlpha(1);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    static LegendItem lineItem(String label, BasicStroke stroke, Paint paint) {
        Shape none = new Rectangle2D.Double();
        return new LegendItem(
                label,
                null,
                null,
                null,
                false,
                none,
                false,
                paint,
                false,
                paint,
                Ink.HAIR,
                true,
                new Line2D.Double(-14, 0, 14, 0),
                stroke,
                paint);
    }

    static LegendItem shapeItem(String label, Shape shape, Paint fill, Paint outline) {
        return new LegendItem(label, null, null, null, shape, fill, Ink.HAIR, outline);
    }

    static LegendItem boxItem(String label, Paint fill) {
        return shapeItem(label, new Rectangle2D.Double(-8, -5, 16, 10), fill, Ink.AXIS);
    }

    /** What the shades stand for. */
    static List<LegendItem> causes(List<Incident> incidents) {
        List<LegendItem> items = new ArrayList<>();
        for (Incident.Cause cause : Incident.Cause.values()) {
            if (incidents.stream().anyMatch(incident -> incident.cause() == cause)) {
                items.add(boxItem(cause.word(), paint(cause)));
            }
        }
        return items;
    }

    static LegendItemCollection items(Iterable<LegendItem> items) {
        LegendItemCollection collection = new LegendItemCollection();
        items.forEach(collection::add);
        return collection;
    }
}
