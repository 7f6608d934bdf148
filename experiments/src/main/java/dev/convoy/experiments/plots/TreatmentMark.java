package dev.convoy.experiments.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How one of several treatments looks: by colour, and by shape and dashes too, for those who see no colours. Thirty-two
 * of them differ.
 */
record TreatmentMark(int index) {
    /** Beyond as many, colours repeat, with other shapes. */
    static final int MOST = 8;

    private static final double SIZE = 4.8;
    private static final float[][] DASHES = {
        {}, {9, 3}, {3, 3}, {9, 3, 2, 3}, {14, 4}, {6, 2, 2, 2, 2, 2}, {2, 2}, {16, 3, 4, 3}
    };

    Color colour() {
        return Ink.node(index);
    }

    BasicStroke stroke() {
        float[] dashes = DASHES[turned() % DASHES.length];
        return dashes.length == 0
                ? Ink.MEDIUM
                : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    void paint(Graphics2D graphics, double x, double y) {
        graphics.setPaint(colour());
        graphics.fill(shape(x, y));
    }

    private int turned() {
        return index + index / MOST;
    }

    private Shape shape(double x, double y) {
        return switch (turned() % 4) {
            case 0 -> new Ellipse2D.Double(x - SIZE, y - SIZE, 2 * SIZE, 2 * SIZE);
            case 1 -> new Rectangle2D.Double(x - SIZE + 0.5, y - SIZE + 0.5, 2 * SIZE - 1, 2 * SIZE - 1);
            case 2 -> polygon(x, y - SIZE - 1, x + SIZE + 1, y + SIZE, x - SIZE - 1, y + SIZE);
            default -> polygon(x, y - SIZE - 1.5, x + SIZE + 1.5, y, x, y + SIZE + 1.5, x - SIZE - 1.5, y);
        };
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
