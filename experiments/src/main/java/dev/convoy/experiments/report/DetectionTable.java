package dev.convoy.experiments.report;

import dev.convoy.experiments.plots.RecordedDetection;
import dev.convoy.experiments.plots.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** How soon the nodes' detectors noticed each drift, and how often they raised the alarm without one. */
final class DetectionTable {
    private final RecordedDetection recorded;

    DetectionTable(RecordedDetection recorded) {
        this.recorded = recorded;
    }

    /** Nothing where no detector said anything and there was nothing to say. */
    void write(Html html) {
        if (recorded.alarms().isEmpty() && recorded.drifts().isEmpty()) {
            return;
        }
        html.paragraph(inShort());
        if (recorded.drifts().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Table.Row row : recorded.drifts()) {
            rows.add(List.of(
                    row.text("drift") + " at " + row.text("node"),
                    Figures.hours(row.needed("onset_s") / 3600),
                    hours(row.hours("first_alarm_s")),
                    hours(row.hours("delay_s")),
                    Figures.decimals(row.number("decisions_until"), 0),
                    Figures.count(row.needed("alarms_before"))));
        }
        html.table(
                "How soon each drift was detected",
                List.of("drift", "onset", "first alarm", "delay", "decisions until then", "alarms before the onset"),
                rows);
    }

    private String inShort() {
        String all = "Alarms of the nodes' drift detectors: "
                + Figures.count(recorded.alarms().size());
        if (recorded.drifts().isEmpty()) {
            return all + ". No drift was planned.";
        }
        Set<String> nodes = new HashSet<>();
        double early = 0;
        for (Table.Row row : recorded.drifts()) {
            if (nodes.add(row.text("node"))) {
                early += row.needed("alarms_before");
            }
        }
        return all + ", of which " + Figures.count(early) + " before the first drift at their node: false ones, or"
                + " because the model itself had changed.";
    }

    private static String hours(OptionalDouble hours) {
        return hours.isPresent() ? Figures.hours(hours.getAsDouble()) : Figures.NONE;
    }
}
