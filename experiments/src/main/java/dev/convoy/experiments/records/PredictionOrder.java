package dev.convoy.experiments.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders of the predictions of a run, all of which have come: vehicles by name, not by when they were first seen. */
final class PredictionOrder {
    private final PredictionColumns predictions;
    private final int[] vehicleRanks;

    PredictionOrder(PredictionColumns predictions) {
        this.predictions = predictions;
        List<String> vehicles = predictions.vehicles();
        Map<String, Integer> ranks = new HashMap<>();
        vehicles.stream().sorted().forEach(name -> ranks.put(name, ranks.size()));
        vehicleRanks = vehicles.stream().mapToInt(ranks::get).toArray();
    }

    /** Of the decisions of all nodes for a leg, the last is the fleet's. */
    void markFleetDecisions() {
        int[] decided = predictions.rows(row -> predictions.decision(row) != PredictionColumns.DECISION_NONE);
        IndexSort.sort(decided, (a, b) -> {
            int order = Integer.compare(predictions.vehicleNumber(a), predictions.vehicleNumber(b));
            return order != 0 ? order : byLeg(a, b);
        });
        for (int i = 0; i < decided.length; i++) {
            boolean last = i + 1 == decided.length || !sameLeg(decided[i], decided[i + 1]);
            predictions.decide(decided[i], last ? PredictionColumns.DECISION_FLEET : PredictionColumns.DECISION_NODE);
        }
    }

    /** All rows by time, node, vehicle and sequence. */
    int[] byTime() {
        int[] rows = predictions.rows(row -> true);
        IndexSort.sort(rows, (a, b) -> {
            int order = Long.compare(predictions.timeMs(a), predictions.timeMs(b));
            order = order != 0 ? order : byNodeAndVehicle(a, b);
            return order != 0 ? order : Integer.compare(predictions.sequence(a), predictions.sequence(b));
        });
        return rows;
    }

    /** The labelled rows by label time, node, vehicle, leg and sequence. */
    int[] byLabelTime() {
        int[] rows = predictions.rows(row -> predictions.label(row).isPresent());
        IndexSort.sort(rows, (a, b) -> {
            int order = Long.compare(predictions.labelTimeMs(a), predictions.labelTimeMs(b));
            order = order != 0 ? order : byNodeAndVehicle(a, b);
            return order != 0 ? order : byLeg(a, b);
        });
        return rows;
    }

    private int byNodeAndVehicle(int a, int b) {
        int order = Integer.compare(predictions.nodeNumber(a), predictions.nodeNumber(b));
        return order != 0
                ? order
                : Integer.compare(
                        vehicleRanks[predictions.vehicleNumber(a)], vehicleRanks[predictions.vehicleNumber(b)]);
    }

    private int byLeg(int a, int b) {
        int order = Integer.compare(predictions.leg(a), predictions.leg(b));
        return order != 0 ? order : Integer.compare(predictions.sequence(a), predictions.sequence(b));
    }

    private boolean sameLeg(int a, int b) {
        return predictions.vehicleNumber(a) == predictions.vehicleNumber(b) && predictions.leg(a) == predictions.leg(b);
    }
}
