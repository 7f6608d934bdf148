package dev.convoy.experiments.plots;

import java.awt.Graphics2D;

/** A picture that can be painted on any surface, in units of which 800 are as wide as a page. */
interface Figure {
    int WIDTH = 800;

    /** What its files are called, without the ending. */
    String name();

    /** What it shows, in one sentence, for those who cannot see it. */
    String description();

    /** Whether the run left anything to show. */
    boolean tells();

    int height();

    void paint(Graphics2D graphics);
}
