package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A hand-drawn panel: an area with a scale along each side. */
record Frame(Rectangle2D area, Scale across, Scale up) {
    private static final double BESIDE = 6;
    private static final double CLOSEST = 6;

    double x(double value) {
        return area.getMinX() + across.share(value) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - up.share(value) * area.getHeight();
    }

    /** Grid, outline, the texts along both sides and what they mean; words up the side are cut to the room there is. */
    void paint(Graphics2D graphics, String below, String beside, double roomBeside) {
        Lettering lettering = new Lettering(graphics);
        graphics.setStroke(Ink.HAIR);
        double written = Double.NEGATIVE_INFINITY;
        for (Scale.Tick tick : across.ticks()) {
            double x = x(tick.value());
            line(graphics, x, area.getMinY(), x, area.getMaxY());
            double width = lettering.width(tick.text(), Ink.SMALL);
            if (x - width / 2 > written + CLOSEST) {
                lettering.at(x - width / 2, area.getMaxY() + 15, tick.text(), Ink.SMALL, Ink.TEXT);
                written = x + width / 2;
            }
        }
        for (Scale.Tick tick : up.ticks()) {
            double y = y(tick.value());
            line(graphics, area.getMinX(), y, area.getMaxX(), y);
            String text = lettering.fitted(tick.text(), Ink.SMALL, roomBeside);
            double width = lettering.width(text, Ink.SMALL);
            lettering.at(area.getMinX() - BESIDE - width, y + 4, text, Ink.SMALL, Ink.TEXT);
        }
        graphics.setPaint(Ink.AXIS);
        graphics.draw(area);
        double middle = area.getCenterX() - lettering.width(below, Ink.NORMAL) / 2;
        lettering.at(middle, area.getMaxY() + 33, below, Ink.NORMAL, Ink.TEXT);
        AffineTransform upright = graphics.getTransform();
        graphics.rotate(-Math.PI / 2);
        double length = lettering.width(beside, Ink.NORMAL);
        lettering.at(
                -area.getCenterY() - length / 2,
                area.getMinX() - roomBeside - BESIDE - 8,
                beside,
                Ink.NORMAL,
                Ink.TEXT);
        graphics.setTransform(upright);
    }

    private static void line(Graphics2D graphics, double fromX, double fromY, double toX, double toY) {
        graphics.setPaint(Ink.GRID);
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }
}
