package dev.convoy.experiments.records;

import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All slices of a run, in the order of their rows. */
final class Slices {
    static final String ALL = "all";

    private static final List<Integer> FIRST = List.of(100, 200, 500);
    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    /** How long before and after its onset a drift is looked at. */
    private static final long AROUND_DRIFT_MS = 6 * HOUR_MS;
    /** A drift that comes back daily would fill the table. */
    private static final int MOST_DRIFTS = 50;

    private final Map<String, String> models;
    private final List<Span> drift;

    /** @param models of the vehicles, as far as they are known */
    Slices(Map<String, String> models, List<Span> drift) {
        this.models = models;
        this.drift = drift.stream().limit(MOST_DRIFTS).toList();
    }

    /** Those by which the decisions of a node are divided. */
    List<Slice> of(NodeId node) {
        return of(Optional.of(node), List.of());
    }

    /** Those by which the decisions of the fleet are divided: by the node that made them too. */
    List<Slice> ofFleet(List<NodeId> nodes) {
        return of(Optional.empty(), nodes);
    }

    private List<Slice> of(Optional<NodeId> subject, List<NodeId> nodes) {
        List<Slice> slices = new ArrayList<>();
        slices.add(Slice.where(ALL, "", decision -> true));
        slices.addAll(Slice.divided("contested", decision -> decision.scored().contested()));
        FIRST.forEach(count -> slices.add(Slice.first(count)));
        slices.add(Slice.where("after", "24 h", decision -> decision.timeMs() >= DAY_MS));
        drift.stream()
                .filter(span -> subject.isEmpty()
                        || span.node().isEmpty()
                        || span.node().equals(subject.get().toString()))
                .forEach(span -> addAround(span, slices));
        for (NodeId node : nodes) {
            slices.add(Slice.where("node", node.toString(), decision -> decision.node() == node.number()));
        }
        for (String model : new TreeSet<>(models.values())) {
            slices.add(
                    Slice.where("model", model, decision -> model.equals(models.getOrDefault(decision.vehicle(), ""))));
        }
        return slices;
    }

    private static void addAround(Span span, List<Slice> slices) {
        long onset = span.timeMs();
        String name = span.kind() + " at " + Cells.fixed((double) onset / HOUR_MS, 2) + " h"
                + (span.node().isEmpty() ? "" : " on " + span.node());
        slices.add(Slice.where("before-drift", name, d -> d.timeMs() >= onset - AROUND_DRIFT_MS && d.timeMs() < onset));
        slices.add(Slice.where("after-drift", name, d -> d.timeMs() >= onset && d.timeMs() < onset + AROUND_DRIFT_MS));
    }
}
