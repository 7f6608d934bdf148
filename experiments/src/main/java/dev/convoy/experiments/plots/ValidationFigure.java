package dev.convoy.experiments.plots;

import dev.convoy.validation.Check;
import dev.convoy.validation.Check.Subject;
import dev.convoy.validation.WorldValidation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** Our world beside what others measured: energy by model above, the other figures below. */
final class ValidationFigure implements Figure {
    private static final int ROW = 22;
    private static final int AROUND = 78;
    private static final int PANEL_TITLE = 24;

    private static final Shape OURS = new Ellipse2D.Double(-4.5, -4.5, 9, 9);
    private static final Shape OURS_TOO = new Rectangle2D.Double(-4, -4, 8, 8);
    private static final Shape THEIRS = new Rectangle2D.Double(-1.25, -8, 2.5, 16);
    private static final Color CITY = Ink.node(0);
    private static final Color HIGHWAY = Ink.node(4);

    private final List<Check> energy;
    private final List<Check> others;

    ValidationFigure(WorldValidation validation) {
        this.energy =
                validation.checks().stream().filter(ValidationFigure::ofModel).toList();
        this.others =
                validation.checks().stream().filter(check -> !ofModel(check)).toList();
    }

    private static boolean ofModel(Check check) {
        return !check.unit().isEmpty();
    }

    @Override
    public String name() {
        return "world-validation";
    }

    @Override
    public String description() {
        return "Energy, range, spread and season of the simulated vehicles beside figures that others measured";
    }

    @Override
    public boolean tells() {
        return !energy.isEmpty() && !others.isEmpty();
    }

    @Override
    public int height() {
        return Lettering.HEADING + panelHeight(models().size()) + panelHeight(others.size());
    }

    private static int panelHeight(int rows) {
        return PANEL_TITLE + AROUND + ROW * rows;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(
                0,
                "Does the simulated world take what the real one takes?",
                "A bar says how far our figure may lie from the one that others measured.");
        double top = Lettering.HEADING;
        top = panel(
                graphics,
                lettering,
                top,
                "Energy from the wall on the EPA's cycles, ours over theirs",
                plot(models(), energySeries(), ratios()),
                energyLegend(),
                models().size());
        panel(
                graphics,
                lettering,
                top,
                "Charging, range as a share of that in mild air, spread and season of consumption, length of a step",
                plot(others.stream().map(ValidationFigure::label).toList(), otherSeries(), shares()),
                otherLegend(),
                others.size());
    }

    private static double panel(
            Graphics2D graphics,
            Lettering lettering,
            double top,
            String title,
            XYPlot plot,
            List<LegendItem> legend,
            int rows) {
        lettering.at(12, top + 17, title, Ink.PANEL, Ink.TEXT);
        plot.setFixedLegendItems(Panels.items(legend));
        double height = panelHeight(rows) - PANEL_TITLE;
        Panels.chart(plot).draw(graphics, new Rectangle2D.Double(0, top + PANEL_TITLE, WIDTH, height));
        return top + panelHeight(rows);
    }

    private List<String> models() {
        return energy.stream().map(Check::name).distinct().toList();
    }

    private static String label(Check check) {
        return switch (check.subject()) {
            case RANGE -> "range " + check.name();
            case WALL -> "battery over wall, " + check.name();
            case CITY, HIGHWAY, FLEET, STEPS -> check.name();
        };
    }

    private static NumberAxis ratios() {
        return Panels.shares("ours over EPA's (both kWh/100 km from the wall)", 0.7, 1.3, 12);
    }

    private static NumberAxis shares() {
        return Panels.shares("share or ratio (no unit)", 0, 1.5, 15);
    }

    private static XYPlot plot(List<String> rows, PointsOnBands series, NumberAxis axis) {
        SymbolAxis names = new SymbolAxis(null, rows.toArray(String[]::new));
        names.setInverted(true);
        names.setGridBandsVisible(false);
        Panels.dress(names);
        XYPlot plot = series.plot(axis, names);
        Panels.dress(plot);
        return plot;
    }

    private PointsOnBands energySeries() {
        PointsOnBands series = new PointsOnBands();
        List<String> models = models();
        XYSeries city = new XYSeries("city", false, true);
        XYSeries highway = new XYSeries("highway", false, true);
        for (Check check : energy) {
            int row = models.indexOf(check.name());
            (check.subject() == Subject.CITY ? city : highway).add(check.ratio(), row);
        }
        series.shapes(city, OURS, CITY);
        series.shapes(highway, OURS_TOO, HIGHWAY);
        XYSeries measured = new XYSeries("measured", false, true);
        for (int row = 0; row < models.size(); row++) {
            measured.add(1, row);
        }
        series.shapes(measured, THEIRS, Ink.TEXT);
        for (Check check : energy) {
            double part = check.tolerance() / check.outside();
            series.band(models.indexOf(check.name()), 1 - part, 1 + part);
        }
        return series;
    }

    private PointsOnBands otherSeries() {
        PointsOnBands series = new PointsOnBands();
        XYSeries inside = new XYSeries("inside", false, true);
        XYSeries beyond = new XYSeries("beyond", false, true);
        XYSeries measured = new XYSeries("measured", false, true);
        for (int row = 0; row < others.size(); row++) {
            Check check = others.get(row);
            (check.holds() ? inside : beyond).add(check.ours(), row);
            measured.add(check.outside(), row);
        }
        series.shapes(inside, OURS, Ink.MODEL);
        series.shapes(beyond, OURS, Ink.REJECTED);
        series.shapes(measured, THEIRS, Ink.TEXT);
        for (int row = 0; row < others.size(); row++) {
            Check check = others.get(row);
            series.band(row, check.outside() - check.tolerance(), check.outside() + check.tolerance());
        }
        return series;
    }

    private static List<LegendItem> energyLegend() {
        List<LegendItem> items = new ArrayList<>();
        items.add(Panels.shapeItem("UDDS, ours", OURS, CITY, CITY));
        items.add(Panels.shapeItem("HWFET, ours", OURS_TOO, HIGHWAY, HIGHWAY));
        items.add(Panels.shapeItem("EPA", THEIRS, Ink.TEXT, Ink.TEXT));
        items.add(Panels.boxItem("tolerated", PointsOnBands.BAND));
        return items;
    }

    private List<LegendItem> otherLegend() {
        List<LegendItem> items = new ArrayList<>();
        items.add(Panels.shapeItem("ours", OURS, Ink.MODEL, Ink.MODEL));
        if (others.stream().anyMatch(check -> !check.holds())) {
            items.add(Panels.shapeItem("ours, beyond tolerance", OURS, Ink.REJECTED, Ink.REJECTED));
        }
        items.add(Panels.shapeItem("measured by others", THEIRS, Ink.TEXT, Ink.TEXT));
        items.add(Panels.boxItem("tolerated", PointsOnBands.BAND));
        return items;
    }
}
