package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** How the runs of each treatment spread: a box plot a treatment, and a dot a run, for two measures side by side. */
final class TreatmentBoxesFigure implements Figure {
    private static final int LINE = 34;
    private static final int TOP = Lettering.HEADING + 10;
    private static final int BELOW = 46;
    private static final double GAP = 26;
    private static final double BOX = 8;
    private static final double DOT = 1.9;

    private final RecordedSweep sweep;
    private final List<RecordedSweep.Treatment> treatments;
    private final List<SweepMeasure> measures;
    private final double names;

    TreatmentBoxesFigure(RecordedSweep sweep) {
        this.sweep = sweep;
        this.treatments = sweep.treatments();
        this.measures = List.of(sweep.measure("accuracy"), sweep.measure("worst_node_accuracy"));
        this.names = TreatmentNames.room(
                treatments.stream().map(RecordedSweep.Treatment::name).toList());
    }

    @Override
    public String name() {
        return "boxes";
    }

    @Override
    public String description() {
        return "Box plots of the accuracy of decisions and of the accuracy of the worst node for each treatment";
    }

    @Override
    public boolean tells() {
        return treatments.stream()
                .anyMatch(t -> !sweep.values(t.name(), measures.get(0)).isEmpty());
    }

    @Override
    public int height() {
        return TOP + LINE * treatments.size() + BELOW;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(
                0,
                sweep.name() + ": how do the runs of a treatment spread?",
                "A dot is a run. A box holds the middle half, its line is the median, and the whiskers reach to the"
                        + " last run within 1.5 boxes.");
        double from = names + 20;
        double width = (WIDTH - 16 - from - GAP * (measures.size() - 1)) / measures.size();
        for (int i = 0; i < measures.size(); i++) {
            double left = from + i * (width + GAP);
            panel(
                    graphics,
                    measures.get(i),
                    new Rectangle2D.Double(left, TOP, width, LINE * treatments.size()),
                    i == 0);
        }
    }

    private void panel(Graphics2D graphics, SweepMeasure measure, Rectangle2D area, boolean named) {
        List<List<Double>> values =
                treatments.stream().map(t -> sweep.values(t.name(), measure)).toList();
        Scale across = Scale.fitted(values.stream().flatMap(List::stream).mapToDouble(v -> v), 7);
        List<String> words =
                treatments.stream().map(t -> named ? t.name() : "").collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(words);
        Frame frame = new Frame(area, across, Scale.of(words));
        frame.paint(graphics, measure.label(), "", names);
        for (int i = 0; i < values.size(); i++) {
            double y = frame.y(values.size() - 1.0 - i);
            if (!values.get(i).isEmpty()) {
                box(graphics, frame, Quartiles.of(values.get(i)), y);
            }
            graphics.setPaint(Ink.TEXT);
            for (double value : values.get(i)) {
                graphics.fill(new Ellipse2D.Double(frame.x(value) - DOT, y - DOT, 2 * DOT, 2 * DOT));
            }
        }
    }

    private static void box(Graphics2D graphics, Frame frame, Quartiles quartiles, double y) {
        double from = frame.x(quartiles.first());
        double to = frame.x(quartiles.third());
        graphics.setPaint(Ink.step(1));
        Rectangle2D box = new Rectangle2D.Double(from, y - BOX, to - from, 2 * BOX);
        graphics.fill(box);
        graphics.setPaint(Ink.MODEL);
        graphics.setStroke(Ink.THIN);
        graphics.draw(box);
        graphics.draw(new Line2D.Double(frame.x(quartiles.lowWhisker()), y, from, y));
        graphics.draw(new Line2D.Double(to, y, frame.x(quartiles.highWhisker()), y));
        graphics.setStroke(Ink.THICK);
        graphics.draw(new Line2D.Double(frame.x(quartiles.median()), y - BOX, frame.x(quartiles.median()), y + BOX));
    }
}
