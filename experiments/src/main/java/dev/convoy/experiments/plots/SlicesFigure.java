package dev.convoy.experiments.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The accuracy of the model and of two baselines in each slice of the fleet's decisions, as dots on a line a slice. */
final class SlicesFigure implements Figure {
    private static final int LINE = 20;
    private static final int HEADER = 22;
    private static final int BELOW = 74;
    private static final double LABELS = 14;
    private static final double INDENT = 12;
    private static final double COUNTS = 292;
    private static final double LEFT = 308;
    private static final double RIGHT = WIDTH - 22.0;
    private static final double MARK = 4.6;
    private static final double STEP = 0.1;

    private final RecordedRun run;
    private final List<SliceLine> lines;
    private final List<Baseline> baselines;
    private final ShareRange range;

    SlicesFigure(RecordedRun run) {
        this.run = run;
        this.lines = SliceLine.of(RecordedScores.read(run.directory()));
        boolean rule = lines.stream().anyMatch(line -> line.value("rule").isPresent());
        this.baselines = List.of(Baseline.MAJORITY, rule ? Baseline.RULE : Baseline.NO_CHANGE);
        this.range =
                ShareRange.fitted(lines.stream().filter(line -> !line.heading()).flatMapToDouble(this::values), 0);
    }

    private DoubleStream values(SliceLine line) {
        ShareRange interval = line.interval();
        return DoubleStream.concat(
                DoubleStream.of(interval.lower(), interval.upper()),
                baselines.stream().flatMapToDouble(baseline -> line.value(baseline.column()).stream()));
    }

    @Override
    public String name() {
        return "slices";
    }

    @Override
    public String description() {
        return "Accuracy of the model and of baselines in parts of the fleet's decisions: contested ones, the first ones,"
                + " around each drift, by node and by vehicle model";
    }

    @Override
    public boolean tells() {
        return lines.size() > 1;
    }

    @Override
    public int height() {
        return Lettering.HEADING + HEADER + LINE * lines.size() + BELOW;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(
                0,
                run.name() + ": where is the model right?",
                "Parts of the fleet's decisions over the whole run that have at least " + SliceLine.FEWEST
                        + " of them; of a kind, the first " + SliceLine.MOST_OF_KIND + ".");
        double top = Lettering.HEADING + HEADER;
        double bottom = top + LINE * lines.size();
        right(lettering, COUNTS, top - 8, "decisions");
        grid(graphics, lettering, top, bottom);
        for (int i = 0; i < lines.size(); i++) {
            line(graphics, lettering, lines.get(i), top + LINE * (i + 0.5));
        }
        legend(graphics, lettering, bottom + 54);
    }

    private void grid(Graphics2D graphics, Lettering lettering, double top, double bottom) {
        double step = range.upper() - range.lower() > 3 * STEP ? STEP : STEP / 2;
        for (long i = (long) Math.ceil(range.lower() / step - 1e-9); i * step <= range.upper() + 1e-9; i++) {
            double x = x(i * step);
            graphics.setStroke(Ink.HAIR);
            graphics.setPaint(Ink.GRID);
            graphics.draw(new Line2D.Double(x, top, x, bottom));
            String text = String.format(Locale.ROOT, step == STEP ? "%.1f" : "%.2f", i * step);
            lettering.at(x - lettering.width(text, Ink.SMALL) / 2, bottom + 15, text, Ink.SMALL, Ink.TEXT);
        }
        graphics.setPaint(Ink.AXIS);
        graphics.draw(new Rectangle2D.Double(LEFT, top, RIGHT - LEFT, bottom - top));
        String label = "accuracy (share of right decisions)";
        lettering.at((LEFT + RIGHT - lettering.width(label, Ink.NORMAL)) / 2, bottom + 32, label, Ink.NORMAL, Ink.TEXT);
    }

    private void line(Graphics2D graphics, Lettering lettering, SliceLine line, double y) {
        double baseline = y + 4;
        if (line.heading()) {
            lettering.at(LABELS, baseline, line.words(), Ink.PANEL, Ink.TEXT);
            return;
        }
        String count = String.format(Locale.ROOT, "%,.0f", line.decisions());
        double room = COUNTS - lettering.width(count, Ink.SMALL) - LABELS - INDENT - 8;
        lettering.at(LABELS + INDENT, baseline, lettering.fitted(line.words(), Ink.NORMAL, room), Ink.NORMAL, Ink.TEXT);
        right(lettering, COUNTS, baseline, count);
        interval(graphics, line.interval(), y);
        line.value("accuracy").ifPresent(value -> mark(graphics, dot(x(value), y), Ink.MODEL, true));
        for (Baseline other : baselines) {
            line.value(other.column())
                    .ifPresent(value -> mark(graphics, shape(other, x(value), y), Ink.baseline(other), false));
        }
    }

    private void interval(Graphics2D graphics, ShareRange interval, double y) {
        double from = x(interval.lower());
        graphics.setPaint(Ink.step(1));
        graphics.fill(new Rectangle2D.Double(from, y - 3, x(interval.upper()) - from, 6));
    }

    private static void mark(Graphics2D graphics, Shape shape, Color colour, boolean filled) {
        graphics.setPaint(colour);
        graphics.setStroke(Ink.MEDIUM);
        graphics.draw(shape);
        if (filled) {
            graphics.fill(shape);
        }
    }

    private static Shape dot(double x, double y) {
        return new Ellipse2D.Double(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
    }

    private Shape shape(Baseline baseline, double x, double y) {
        if (baseline == baselines.get(0)) {
            return new Rectangle2D.Double(x - MARK + 0.6, y - MARK + 0.6, 2 * MARK - 1.2, 2 * MARK - 1.2);
        }
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y - MARK - 0.6);
        triangle.lineTo(x + MARK + 0.6, y + MARK - 0.6);
        triangle.lineTo(x - MARK - 0.6, y + MARK - 0.6);
        triangle.closePath();
        return triangle;
    }

    private void legend(Graphics2D graphics, Lettering lettering, double y) {
        double x = LEFT;
        mark(graphics, dot(x + MARK, y - 4), Ink.MODEL, true);
        x = entry(lettering, x, y, "model");
        for (Baseline baseline : baselines) {
            mark(graphics, shape(baseline, x + MARK, y - 4), Ink.baseline(baseline), false);
            x = entry(lettering, x, y, baseline.words());
        }
        graphics.setPaint(Ink.step(1));
        graphics.fill(new Rectangle2D.Double(x, y - 7, 18, 6));
        entry(lettering, x + 10, y, "95% interval of the model");
    }

    private static double entry(Lettering lettering, double x, double y, String words) {
        lettering.at(x + 16, y, words, Ink.SMALL, Ink.TEXT);
        return x + 16 + lettering.width(words, Ink.SMALL) + 22;
    }

    private static void right(Lettering lettering, double x, double baseline, String text) {
        lettering.at(x - lettering.width(text, Ink.SMALL), baseline, text, Ink.SMALL, Ink.FAINT_TEXT);
    }

    private double x(double share) {
        return LEFT + (share - range.lower()) / (range.upper() - range.lower()) * (RIGHT - LEFT);
    }
}
