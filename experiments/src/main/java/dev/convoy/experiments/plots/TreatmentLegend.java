package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** Names treatments below a picture, in as many lines as it takes. */
final class TreatmentLegend {
    private static final int LINE = 20;
    private static final double LEFT = 16;
    private static final double GAP = 18;
    private static final double SAMPLE = 30;
    /** A rough width of a letter: the height is needed before anything can be measured. */
    private static final double LETTER = 6.6;

    private final List<String> names;

    TreatmentLegend(List<String> names) {
        this.names = names;
    }

    int height() {
        int lines = 1;
        double x = LEFT;
        for (String name : names) {
            double width = SAMPLE + name.length() * LETTER + GAP;
            if (x + width > Figure.WIDTH && x > LEFT) {
                lines++;
                x = LEFT;
            }
            x += width;
        }
        return lines * LINE + 8;
    }

    /** @param dashed whether lines are to be told apart, and not marks alone */
    void paint(Graphics2D graphics, double top, boolean dashed) {
        Lettering lettering = new Lettering(graphics);
        double x = LEFT;
        double y = top + 12;
        for (int i = 0; i < names.size(); i++) {
            double width = SAMPLE + names.get(i).length() * LETTER + GAP;
            if (x + width > Figure.WIDTH && x > LEFT) {
                x = LEFT;
                y += LINE;
            }
            TreatmentMark mark = new TreatmentMark(i);
            if (dashed) {
                graphics.setPaint(mark.colour());
                graphics.setStroke(mark.stroke());
                graphics.draw(new Line2D.Double(x, y - 4, x + SAMPLE - 6, y - 4));
            } else {
                mark.paint(graphics, x + SAMPLE / 2, y - 4);
            }
            lettering.at(x + SAMPLE, y, names.get(i), Ink.SMALL, Ink.TEXT);
            x += width;
        }
    }
}
