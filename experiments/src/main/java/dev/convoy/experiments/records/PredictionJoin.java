package dev.convoy.experiments.records;

import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Joins predictions with what became of them, and notes what does not fit. */
final class PredictionJoin {
    private final PredictionColumns predictions;
    private final WaitingRows waiting = new WaitingRows();
    private final List<BitSet> seen = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    PredictionJoin(PredictionColumns predictions) {
        this.predictions = predictions;
    }

    void add(Prediction prediction) {
        int row = predictions.add(prediction);
        int vehicle = predictions.vehicleNumber(row);
        int sequence = predictions.sequence(row);
        BitSet ofVehicle = seen(vehicle);
        if (ofVehicle.get(sequence)) {
            problems.add("record " + sequence + " of " + prediction.vehicle()
                    + " was predicted twice, the second time by " + prediction.node());
        }
        ofVehicle.set(sequence);
        if (predictions.leg(row) > 0) {
            waiting.add(row, predictions.nodeNumber(row), vehicle);
        }
    }

    void resolve(Resolution resolution) {
        int node = resolution.node().number();
        int vehicle = predictions.vehicleNumber(resolution.vehicle());
        List<Integer> decided = new ArrayList<>();
        int found = waiting.take(node, vehicle, row -> {
            if (!concerns(resolution, row)) {
                return false;
            }
            predictions.resolve(row, resolution);
            if (resolution.decisionSequence().orElse(-1) == predictions.sequence(row)) {
                predictions.decide(row, PredictionColumns.DECISION_NODE);
                decided.add(row);
            }
            return true;
        });
        if (found != resolution.predictions()) {
            problems.add("a resolution of " + subject(resolution) + " speaks of " + resolution.predictions()
                    + " predictions, but " + found + " are recorded that wait for it");
        }
        if (resolution.decisionSequence().isPresent() && decided.isEmpty()) {
            problems.add("the decision of " + subject(resolution) + ", record "
                    + resolution.decisionSequence().getAsLong() + ", is none of its recorded predictions");
        }
    }

    /** What could not be joined, one sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** A record that comes later than its leg's end, held up on its way, is not among those that are spoken of. */
    private boolean concerns(Resolution resolution, int row) {
        int sequence = predictions.sequence(row);
        return predictions.leg(row) == resolution.leg()
                && predictions.timeMs(row) <= resolution.timeMs()
                && sequence >= resolution.firstSequence()
                && sequence <= resolution.lastSequence();
    }

    private BitSet seen(int vehicle) {
        while (seen.size() <= vehicle) {
            seen.add(new BitSet());
        }
        return seen.get(vehicle);
    }

    private static String subject(Resolution resolution) {
        return resolution.node() + " for " + resolution.vehicle() + ", leg " + resolution.leg();
    }
}
