package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.Manifest;
import dev.convoy.experiments.plots.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Who trained and what was sent for it, so that no strategy seems better for having done more. */
final class EffortTable {
    private final Manifest manifest;

    EffortTable(RecordedRun run) {
        this.manifest = run.manifest();
    }

    void write(Html html) {
        manifest.central()
                .ifPresent(
                        central -> html.paragraph("One model on all data: the nodes neither trained nor sent updates,"
                                + " but every " + central.decideEvery()
                                + " forwarded the labelled rows they would have trained"
                                + " on; every " + central.every()
                                + " the aggregator trained on them and broadcast the model."
                                + " Each node predicted with the newest version that had reached it: a label counted for that"
                                + " after its own delay, up to " + central.decideEvery() + ", the node's link, up to "
                                + central.every() + ", and the link again."));
        List<List<String>> rows = new ArrayList<>();
        row(rows, "gradient steps of all nodes", "node_steps");
        row(rows, "gradient steps of the aggregator", "aggregator_steps");
        bytes(rows, "sent to the aggregator as updates", "update_bytes");
        bytes(rows, "sent to the aggregator as rows to learn from", "forwarded_bytes");
        if (!rows.isEmpty()) {
            html.table("Training, and what was sent for it", List.of("", "value"), rows);
        }
    }

    private void row(List<List<String>> rows, String name, String count) {
        value(count).ifPresent(value -> rows.add(List.of(name, Figures.count(value))));
    }

    private void bytes(List<List<String>> rows, String name, String count) {
        value(count).ifPresent(value -> rows.add(List.of(name, Figures.bytes(value))));
    }

    private OptionalDouble value(String count) {
        return manifest.number("/counts/" + count);
    }
}
