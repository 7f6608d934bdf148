package dev.convoy.experiments.plots;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Updates counted per node as bars of stacked parts, the counts written where they fit. */
final class NodeBars {
    /** What one colour of the bars stands for. */
    record Part(String label, Color colour) {}

    /** How many updates of a node belong to a part. */
    @FunctionalInterface
    interface Counts {
        int of(String node, int part);
    }

    private static final int MOST_NODES = 24;

    /** Narrower parts, as a share of the longest bar, get no number. */
    private static final double NARROWEST_LABELLED = 0.045;

    private static final int BAR = 30;
    private static final int AROUND = 92;

    private final List<String> nodes;
    private final int all;
    private final List<Part> parts;
    private final Counts counts;

    NodeBars(List<String> nodes, List<Part> parts, Counts counts) {
        this.nodes = nodes.stream().limit(MOST_NODES).toList();
        this.all = nodes.size();
        this.parts = List.copyOf(parts);
        this.counts = counts;
    }

    /** Which nodes are left out, in a sentence; empty if none. */
    String remark() {
        return nodes.size() == all ? "" : "The first " + nodes.size() + " of " + all + " nodes.";
    }

    int height() {
        return AROUND + BAR * nodes.size();
    }

    JFreeChart chart() {
        double longest = nodes.stream().mapToInt(this::length).max().orElse(0);
        NumberAxis axis = Panels.counts("updates", longest, 9);
        CategoryPlot plot = new CategoryPlot(values(), categories(), axis, renderer(longest));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        Panels.bare(plot);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setRangeGridlineStroke(Ink.HAIR);
        plot.setRangeZeroBaselineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        LegendItemCollection legend = new LegendItemCollection();
        parts.stream().map(NodeBars::item).forEach(legend::add);
        plot.setFixedLegendItems(legend);
        return Panels.chart(plot);
    }

    private static LegendItem item(Part part) {
        return Panels.boxItem(part.label(), part.colour());
    }

    private int length(String node) {
        int length = 0;
        for (int part = 0; part < parts.size(); part++) {
            length += counts.of(node, part);
        }
        return length;
    }

    private DefaultCategoryDataset values() {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (int part = 0; part < parts.size(); part++) {
            for (String node : nodes) {
                values.addValue(counts.of(node, part), parts.get(part).label(), node);
            }
        }
        return values;
    }

    private static CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        Panels.dress(axis);
        axis.setTickLabelFont(Ink.NORMAL);
        axis.setLowerMargin(0.03);
        axis.setUpperMargin(0.03);
        axis.setCategoryMargin(0.25);
        return axis;
    }

    private StackedBarRenderer renderer(double longest) {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelFont(Ink.SMALL);
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        renderer.setDefaultItemLabelGenerator(new WideEnough(longest * NARROWEST_LABELLED));
        for (int part = 0; part < parts.size(); part++) {
            Color colour = parts.get(part).colour();
            renderer.setSeriesPaint(part, colour);
            renderer.setSeriesOutlinePaint(part, Color.WHITE);
            renderer.setSeriesOutlineStroke(part, Ink.HAIR);
            renderer.setSeriesItemLabelPaint(part, Ink.on(colour));
        }
        return renderer;
    }
}
