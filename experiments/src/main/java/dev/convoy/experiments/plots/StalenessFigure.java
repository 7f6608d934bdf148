package dev.convoy.experiments.plots;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jfree.chart.ChartRenderingInfo;

/** How stale updates were when their fate was decided: each over run time, and counted per node. */
final class StalenessFigure implements Figure {
    private static final int POINTS = 330;
    private static final int BETWEEN = 30;

    private final RecordedRun run;
    private final StalenessPoints points;
    private final NodeBars bars;

    StalenessFigure(RecordedRun run) {
        this.run = run;
        this.points = new StalenessPoints(run);
        Map<String, UpdateTally> tallies = UpdateTally.byNode(run);
        List<NodeBars.Part> parts = IntStream.rangeClosed(0, UpdateTally.MOST_STALE)
                .mapToObj(stale -> new NodeBars.Part(
                        (stale == 0 ? "staleness " : "") + stale + (stale == UpdateTally.MOST_STALE ? " and more" : ""),
                        Ink.step(stale)))
                .toList();
        this.bars = new NodeBars(
                List.copyOf(tallies.keySet()),
                parts,
                (node, stale) -> tallies.get(node).ofStaleness(stale));
    }

    @Override
    public String name() {
        return "staleness";
    }

    @Override
    public String description() {
        return "Staleness of each update when its fate was decided, over run time, and counted per node";
    }

    @Override
    public boolean tells() {
        return !run.updates().rows().isEmpty();
    }

    @Override
    public int height() {
        return Lettering.HEADING + POINTS + BETWEEN + bars.height();
    }

    @Override
    public void paint(Graphics2D graphics) {
        Lettering lettering = new Lettering(graphics);
        lettering.heading(0, run.name() + ": how stale were the updates?", subtitle());
        points.chart().draw(graphics, new Rectangle2D.Double(0, Lettering.HEADING, WIDTH, POINTS));
        double top = Lettering.HEADING + POINTS + BETWEEN;
        ChartRenderingInfo info = new ChartRenderingInfo();
        bars.chart().draw(graphics, new Rectangle2D.Double(0, top, WIDTH, bars.height()), null, info);
        lettering.panel(info.getPlotInfo().getDataArea(), 7, "updates by staleness", bars.remark());
    }

    private String subtitle() {
        OptionalLong limit = run.manifest().stalenessLimit();
        return "Versions the global model had moved on between an update's base and its decision"
                + (limit.isPresent() ? "; beyond " + limit.getAsLong() + " it is too late." : ".")
                + points.remark();
    }
}
