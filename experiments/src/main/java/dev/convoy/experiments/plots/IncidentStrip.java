package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The incidents of a run as labelled bars above a panel, each in a lane where its label meets no other. */
final class IncidentStrip {
    private static final int LANE = 17;
    private static final int MOST_LANES = 6;
    /** The greatest height of a strip. */
    static final int HIGHEST = LANE * MOST_LANES;

    private static final double MARGIN = 4;
    private static final double NARROWEST = 3;

    private final List<Incident> incidents;
    private final double hours;

    IncidentStrip(List<Incident> incidents, double hours) {
        this.incidents = incidents.stream()
                .filter(incident -> incident.fromHours() < hours)
                .sorted(Comparator.comparingDouble(Incident::fromHours).thenComparing(Incident::label))
                .toList();
        this.hours = hours;
    }

    /** The height the strip wants above a panel of a width. */
    int height(Graphics2D graphics, double width) {
        return LANE * lanes(graphics, 0, width).size();
    }

    /** Paints the strip right above a panel. */
    void paint(Graphics2D graphics, Rectangle2D panel) {
        Lettering lettering = new Lettering(graphics);
        List<List<Bar>> lanes = lanes(graphics, panel.getMinX(), panel.getWidth());
        double top = panel.getMinY() - LANE * lanes.size();
        for (List<Bar> lane : lanes) {
            for (Bar bar : lane) {
                graphics.setPaint(Panels.paint(bar.incident().cause()));
                graphics.fill(new Rectangle2D.Double(bar.from(), top + 1, bar.to() - bar.from(), LANE - 3));
                lettering.at(bar.textFrom(), top + LANE - 5.5, bar.text(), Ink.SMALL, Ink.TEXT);
            }
            top += LANE;
        }
    }

    /** What the strip leaves out, in a sentence to follow another; empty if nothing. */
    String remark(Graphics2D graphics, double width) {
        int shown = lanes(graphics, 0, width).stream().mapToInt(List::size).sum();
        int more = incidents.size() - shown;
        return more == 0 ? "" : " " + more + " more faults or drifts are shaded but not named.";
    }

    /** With details if there is room for them. */
    private List<List<Bar>> lanes(Graphics2D graphics, double left, double width) {
        List<List<Bar>> detailed = packed(graphics, left, width, Incident::label);
        return detailed.stream().mapToInt(List::size).sum() == incidents.size()
                ? detailed
                : packed(graphics, left, width, Incident::shortLabel);
    }

    /** Puts each bar in the first lane that is free; those for which none is left are left out. */
    private List<List<Bar>> packed(Graphics2D graphics, double left, double width, Function<Incident, String> label) {
        List<List<Bar>> lanes = new ArrayList<>();
        for (Incident incident : incidents) {
            Bar bar = bar(new Lettering(graphics), incident, label.apply(incident), left, width);
            List<Bar> free = lanes.stream()
                    .filter(lane -> lane.stream().noneMatch(bar::meets))
                    .findFirst()
                    .orElse(null);
            if (free != null) {
                free.add(bar);
            } else if (lanes.size() < MOST_LANES) {
                lanes.add(new ArrayList<>(List.of(bar)));
            }
        }
        return lanes;
    }

    private Bar bar(Lettering lettering, Incident incident, String label, double left, double width) {
        double from = left + width * incident.fromHours() / hours;
        double to = Math.min(left + width, left + width * incident.toHours() / hours);
        double right = Math.max(to, from + NARROWEST);
        String text = lettering.fitted(label, Ink.SMALL, width / 2);
        double length = lettering.width(text, Ink.SMALL);
        boolean fits = from + MARGIN + length <= left + width;
        return new Bar(incident, from, right, text, fits ? from + MARGIN : right - MARGIN - length, length);
    }

    private record Bar(Incident incident, double from, double to, String text, double textFrom, double textLength) {
        boolean meets(Bar other) {
            return start() - 2 * MARGIN < other.end() && other.start() - 2 * MARGIN < end();
        }

        double start() {
            return Math.min(from, textFrom);
        }

        double end() {
            return Math.max(to, textFrom + textLength);
        }
    }
}
