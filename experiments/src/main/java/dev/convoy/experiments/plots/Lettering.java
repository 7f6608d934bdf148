package dev.convoy.experiments.plots;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;

/** Text set beside the charts: titles above panels and figures. */
final class Lettering {
    /** Height of a figure's title and the line below it. */
    static final int HEADING = 50;

    private static final int LEFT = 12;

    private final Graphics2D graphics;

    Lettering(Graphics2D graphics) {
        this.graphics = graphics;
    }

    void heading(double top, String title, String below) {
        at(LEFT, top + 22, title, Ink.TITLE, Ink.TEXT);
        at(LEFT, top + 40, below, Ink.SMALL, Ink.FAINT_TEXT);
    }

    /** A name at the upper left of a panel, a remark at its upper right, both outside. */
    void panel(Rectangle2D area, double rise, String name, String remark) {
        double baseline = area.getMinY() - rise;
        at(area.getMinX(), baseline, name, Ink.PANEL, Ink.TEXT);
        at(area.getMaxX() - width(remark, Ink.SMALL), baseline, remark, Ink.SMALL, Ink.FAINT_TEXT);
    }

    void at(double x, double baseline, String text, Font font, Paint paint) {
        graphics.setFont(font);
        graphics.setPaint(paint);
        graphics.drawString(text, (float) x, (float) baseline);
    }

    double width(String text, Font font) {
        return graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
    }

    /** The text, cut to a width. */
    String fitted(String text, Font font, double most) {
        if (width(text, font) <= most) {
            return text;
        }
        int length = text.length();
        while (length > 1 && width(text.substring(0, length) + "…", font) > most) {
            length--;
        }
        return text.substring(0, length) + "…";
    }
}
