package dev.convoy.experiments.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** How much accuracy the forest loses without each feature, and which features the elimination kept. */
final class ImportanceFigure implements Figure {
    private static final int MOST_FEATURES = 30;
    private static final int BAR = 22;
    private static final int AROUND = 84;
    private static final String KEPT = "kept by feature elimination";
    private static final String DROPPED = "eliminated";
    private static final Color PALE = new Color(0xA9C9E2);

    private final List<Table.Row> features;
    private final int all;

    ImportanceFigure(Table table) {
        this.all = table.rows().size();
        this.features = table.rows().stream()
                .sorted(Comparator.comparingDouble((Table.Row row) -> -row.needed("importance")))
                .limit(MOST_FEATURES)
                .toList();
    }

    @Override
    public String name() {
        return "feature-importance";
    }

    @Override
    public String description() {
        return "How much accuracy the random forest loses on held-out trips when a feature's values are shuffled";
    }

    @Override
    public boolean tells() {
        return !features.isEmpty();
    }

    @Override
    public int height() {
        return Lettering.HEADING + AROUND + BAR * features.size();
    }

    @Override
    public void paint(Graphics2D graphics) {
        String left = features.size() < all ? " The first " + features.size() + " of " + all + " features." : "";
        new Lettering(graphics)
                .heading(
                        0,
                        "What does the forest look at?",
                        "Accuracy lost on held-out trips when one feature's values are shuffled among the rows."
                                + left);
        Panels.chart(plot())
                .draw(graphics, new Rectangle2D.Double(0, Lettering.HEADING, WIDTH, height() - Lettering.HEADING));
    }

    private CategoryPlot plot() {
        DefaultCategoryDataset values = new DefaultCategoryDataset();
        for (Table.Row row : features) {
            boolean kept = row.needed("chosen") > 0;
            values.addValue(kept ? row.needed("importance") : 0, KEPT, row.text("feature"));
            values.addValue(kept ? 0 : row.needed("importance"), DROPPED, row.text("feature"));
        }
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, Ink.MODEL);
        renderer.setSeriesPaint(1, PALE);
        CategoryPlot plot = new CategoryPlot(values, names(), losses(), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        Panels.bare(plot);
        plot.setRangeGridlinePaint(Ink.GRID);
        plot.setRangeGridlineStroke(Ink.HAIR);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Ink.AXIS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setFixedLegendItems(Panels.items(List.of(Panels.boxItem(KEPT, Ink.MODEL), Panels.boxItem(DROPPED, PALE))));
        return plot;
    }

    private NumberAxis losses() {
        double greatest = features.get(0).needed("importance");
        double least = features.get(features.size() - 1).needed("importance");
        NumberAxis axis = new NumberAxis("accuracy lost (share of rows)");
        axis.setRange(Math.min(0, least * 1.06), Math.max(0.01, greatest * 1.06));
        axis.setNumberFormatOverride(new DecimalFormat("0.00#", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        Panels.dress(axis);
        return axis;
    }

    private static CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        Panels.dress(axis);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        axis.setCategoryMargin(0.25);
        axis.setMaximumCategoryLabelWidthRatio(0.4f);
        return axis;
    }
}
