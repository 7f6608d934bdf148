package dev.convoy.experiments.plots;

import dev.convoy.metric.UpdateFate.Fate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The colours, lines and fonts of all plots. The colours are those of Okabe and Ito (2008), which colour-blind people
 * can tell apart; wherever lines or marks must be told apart, their dashes or shapes differ too.
 */
final class Ink {
    static final Color TEXT = new Color(0x1A1A1A);
    static final Color FAINT_TEXT = new Color(0x555555);
    static final Color GRID = new Color(0xE2E2E2);
    static final Color AXIS = new Color(0x8C8C8C);
    static final Color MODEL = new Color(0x0072B2);
    static final Color ARRIVAL = new Color(0x3D3D3D);
    static final Color REJECTED = new Color(0xD55E00);
    static final Color DRIFT = new Color(0xF6D58F);
    static final Color FAULT = new Color(0xC4C4C4);

    static final String FAMILY = Font.SANS_SERIF;
    static final Font TITLE = new Font(FAMILY, Font.BOLD, 16);
    static final Font PANEL = new Font(FAMILY, Font.BOLD, 12);
    static final Font NORMAL = new Font(FAMILY, Font.PLAIN, 12);
    static final Font SMALL = new Font(FAMILY, Font.PLAIN, 11);

    static final BasicStroke HAIR = line(0.7f);
    static final BasicStroke THIN = line(1.2f);
    static final BasicStroke MEDIUM = line(1.8f);
    static final BasicStroke THICK = line(2.6f);
    static final BasicStroke DOTTED = dashed(1.2f, 1.5f, 3f);

    private static final List<Color> NODES = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0x8A7A00));

    private static final List<Color> LIGHT_TO_DARK = List.of(
            new Color(0xDEEAF5),
            new Color(0xB0D0E8),
            new Color(0x77AFD8),
            new Color(0x3D87BE),
            new Color(0x155A96),
            new Color(0x06274D));

    private Ink() {}

    /** Beyond eight nodes colours repeat. */
    static Color node(int index) {
        return NODES.get(index % NODES.size());
    }

    /** Six steps; what lies beyond is as dark as the last. */
    static Color step(int step) {
        return LIGHT_TO_DARK.get(Math.min(step, LIGHT_TO_DARK.size() - 1));
    }

    static Color baseline(Baseline baseline) {
        return switch (baseline) {
            case MAJORITY -> new Color(0xE69F00);
            case NO_CHANGE -> new Color(0xCC79A7);
            case LAST_OF_VEHICLE -> new Color(0x009E73);
            case RULE -> new Color(0xD55E00);
        };
    }

    static BasicStroke dashes(Baseline baseline) {
        return switch (baseline) {
            case MAJORITY -> dashed(1.3f, 6, 3);
            case NO_CHANGE -> dashed(1.3f, 2, 2);
            case LAST_OF_VEHICLE -> dashed(1.3f, 6, 2, 1.5f, 2);
            case RULE -> dashed(1.3f, 10, 3);
        };
    }

    static Color fate(Fate fate) {
        return switch (fate) {
            case AGGREGATED -> MODEL;
            case REJECTED -> REJECTED;
            case SUPERSEDED -> new Color(0xE69F00);
            case LOST -> new Color(0x404040);
            case UNFINISHED -> new Color(0xC9C9C9);
        };
    }

    /** Black or white, whichever is legible on a colour. */
    static Color on(Color background) {
        double light = 0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
        return light > 140 ? TEXT : Color.WHITE;
    }

    private static BasicStroke line(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float... pattern) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }
}
