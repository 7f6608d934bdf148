package dev.convoy.experiments.plots;

import dev.convoy.metric.UpdateFate.Fate;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What became of each node's updates. */
final class FatesFigure implements Figure {
    private final RecordedRun run;
    private final NodeBars bars;

    FatesFigure(RecordedRun run) {
        this.run = run;
        Map<String, UpdateTally> tallies = UpdateTally.byNode(run);
        List<Fate> fates = Arrays.stream(Fate.values())
                .filter(fate -> tallies.values().stream().anyMatch(tally -> tally.of(fate) > 0))
                .toList();
        this.bars = new NodeBars(
                List.copyOf(tallies.keySet()),
                fates.stream()
                        .map(fate -> new NodeBars.Part(fate.word() + " " + total(tallies, fate), Ink.fate(fate)))
                        .toList(),
                (node, part) -> tallies.get(node).of(fates.get(part)));
    }

    private static int total(Map<String, UpdateTally> tallies, Fate fate) {
        return tallies.values().stream().mapToInt(tally -> tally.of(fate)).sum();
    }

    @Override
    public String name() {
        return "fates";
    }

    @Override
    public String description() {
        return "How many updates of each node were aggregated, rejected, superseded, lost or unfinished";
    }

    @Override
    public boolean tells() {
        return !run.updates().rows().isEmpty();
    }

    @Override
    public int height() {
        return Lettering.HEADING + bars.height();
    }

    @Override
    public void paint(Graphics2D graphics) {
        new Lettering(graphics)
                .heading(
                        0,
                        run.name() + ": what became of the updates?",
                        "Every update a node cut has exactly one fate. " + bars.remark());
        bars.chart().draw(graphics, new Rectangle2D.Double(0, Lettering.HEADING, WIDTH, height() - Lettering.HEADING));
    }
}
