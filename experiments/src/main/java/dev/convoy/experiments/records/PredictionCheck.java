package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The rows of {@code predictions.csv.gz}: each one by itself, and which of them are decisions. */
final class PredictionCheck {
    /** Rows of one node: all, those with a label, those without a leg, and those of a leg without a label. */
    record Counts(long predicted, long scored, long withoutLeg, long unlabelled) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(boolean leg, boolean label) {
            return new Counts(
                    predicted + 1,
                    scored + (label ? 1 : 0),
                    withoutLeg + (leg ? 0 : 1),
                    unlabelled + (leg && !label ? 1 : 0));
        }
    }

    private record Leg(String vehicle, long leg) {}

    private final VersionHistory history;
    private final AdoptionCheck adoptions;
    private final Map<String, String> vehicles = new HashMap<>();
    private final Map<String, BitSet> seen = new HashMap<>();
    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final List<LabelledPrediction> labelled = new ArrayList<>();
    private int classes;
    private long lastTimeMs = -1;
    private int lastNode;
    private String lastVehicle = "";
    private long lastSequence;

    PredictionCheck(VersionHistory history, AdoptionCheck adoptions) {
        this.history = history;
        this.adoptions = adoptions;
    }

    void row(Row row) throws RunFileException {
        long timeMs = row.milliseconds("time_s");
        int node = node(row);
        String vehicle = vehicles.computeIfAbsent(row.text("vehicle"), v -> v);
        long sequence = row.whole("sequence");
        requireOrder(row, timeMs, node, vehicle, sequence);
        requireOnce(row, vehicle, sequence);

        long version = row.whole("version");
        row.require("staleness", Long.toString(history.newestAt(timeMs) - version), RunTable.MODELS);
        if (!adoptions.inUse(row.text("node"), timeMs, version)) {
            throw row.problem(
                    "version",
                    "version " + version + " was not in use at the node, says " + RunTable.ADOPTIONS.fileName());
        }
        double[] probabilities = probabilities(row);
        int predicted = mostProbable(probabilities);
        row.require("predicted", Integer.toString(predicted));
        if (!row.text("contested").equals("0") && !row.text("contested").equals("1")) {
            throw row.problem("contested", "'" + row.text("contested") + "' is neither 0 nor 1");
        }
        Baselines baselines = new Baselines(
                row.optionalClass("majority"),
                row.optionalClass("no_change"),
                row.optionalClass("last_of_vehicle"),
                row.optionalClass("rule"));
        long leg = row.whole("leg");
        boolean hasLabel = requireLabel(row, timeMs, leg);
        if (hasLabel) {
            int label = label(row);
            labelled.add(new LabelledPrediction(
                    row.line(),
                    timeMs,
                    row.milliseconds("label_time_s"),
                    node,
                    vehicle,
                    leg,
                    sequence,
                    predicted,
                    label,
                    probabilities[label],
                    decision(row),
                    row.text("contested").equals("1"),
                    baselines));
        }
        counts.merge(row.text("node"), Counts.NONE.plus(leg > 0, hasLabel), (all, one) -> all.plus(leg > 0, hasLabel));
    }

    /** Whether a leg has one label, a node one decision for it, and the fleet's is the last of the nodes'. */
    void compareDecisions() throws RunFileException {
        Map<Leg, Integer> labels = new HashMap<>();
        Map<Leg, LabelledPrediction> last = new HashMap<>();
        Map<Leg, BitSet> decided = new HashMap<>();
        for (LabelledPrediction p : labelled) {
            Leg leg = new Leg(p.vehicle(), p.leg());
            Integer label = labels.putIfAbsent(leg, p.label());
            if (label != null && label != p.label()) {
                throw problem(p, "label", "recorded " + p.label() + ", but other rows of the leg have " + label);
            }
            if (p.isDecision()) {
                last.merge(leg, p, (a, b) -> a.sequence() > b.sequence() ? a : b);
                BitSet ofLeg = decided.computeIfAbsent(leg, l -> new BitSet());
                if (ofLeg.get(p.node())) {
                    throw problem(p, "decision", "the node has another decision for this leg");
                }
                ofLeg.set(p.node());
            }
        }
        for (LabelledPrediction p : labelled) {
            if (p.isDecision()) {
                boolean isLast = last.get(new Leg(p.vehicle(), p.leg())).sequence() == p.sequence();
                if (isLast != p.isFleetDecision()) {
                    throw problem(
                            p,
                            "decision",
                            "recorded " + p.decision() + ", recomputed "
                                    + (isLast ? PredictionRows.FLEET_DECISION : PredictionRows.NODE_DECISION));
                }
            }
        }
    }

    List<LabelledPrediction> inLabelOrder() {
        return labelled.stream().sorted(LabelledPrediction.ORDER).toList();
    }

    /** At least two, also where nothing was predicted. */
    int classes() {
        return Math.max(2, classes);
    }

    Map<String, Counts> counts() {
        return counts;
    }

    private int node(Row row) throws RunFileException {
        Integer known = nodes.get(row.text("node"));
        if (known != null) {
            return known;
        }
        try {
            int number = NodeId.parse(row.text("node")).number();
            nodes.put(row.text("node"), number);
            return number;
        } catch (IllegalArgumentException e) {
            throw row.problem("node", e.getMessage());
        }
    }

    private void requireOrder(Row row, long timeMs, int node, String vehicle, long sequence) throws RunFileException {
        int order = Long.compare(lastTimeMs, timeMs);
        order = order != 0 ? order : Integer.compare(lastNode, node);
        order = order != 0 ? order : lastVehicle.compareTo(vehicle);
        order = order != 0 ? order : Long.compare(lastSequence, sequence);
        if (order >= 0) {
            throw row.problem("the rows are not in order of time, node, vehicle and sequence");
        }
        lastTimeMs = timeMs;
        lastNode = node;
        lastVehicle = vehicle;
        lastSequence = sequence;
    }

    private void requireOnce(Row row, String vehicle, long sequence) throws RunFileException {
        if (sequence < 1 || sequence > Integer.MAX_VALUE) {
            throw row.problem("sequence", "'" + sequence + "' counts no record");
        }
        BitSet ofVehicle = seen.computeIfAbsent(vehicle, v -> new BitSet());
        if (ofVehicle.get((int) sequence)) {
            throw row.problem("record " + sequence + " of " + vehicle + " was predicted twice");
        }
        ofVehicle.set((int) sequence);
    }

    private double[] probabilities(Row row) throws RunFileException {
        String[] parts = row.text("probabilities").split(";", -1);
        if (classes == 0) {
            classes = parts.length;
        }
        if (parts.length != classes) {
            throw row.problem("probabilities", parts.length + " instead of " + classes);
        }
        double[] probabilities = new double[classes];
        for (int k = 0; k < classes; k++) {
            probabilities[k] = row.number("probabilities", parts[k]);
            if (!(probabilities[k] >= 0 && probabilities[k] <= 1)) {
                throw row.problem("probabilities", "'" + parts[k] + "' is no probability");
            }
        }
        return probabilities;
    }

    private static int mostProbable(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }

    private static boolean requireLabel(Row row, long timeMs, long leg) throws RunFileException {
        boolean hasLabel = row.has("label");
        if (hasLabel != row.has("label_time_s")) {
            throw row.problem("label_time_s", hasLabel ? "missing" : "there is no label");
        }
        if (hasLabel && leg < 1) {
            throw row.problem("label", "a record without a leg has no label");
        }
        if (!hasLabel && row.has("decision")) {
            throw row.problem("decision", "there is no label");
        }
        if (hasLabel && row.milliseconds("label_time_s") < timeMs) {
            throw row.problem("label_time_s", "earlier than time_s");
        }
        return hasLabel;
    }

    private int label(Row row) throws RunFileException {
        OptionalInt label = row.optionalClass("label");
        if (label.getAsInt() >= classes) {
            throw row.problem("label", "there are " + classes + " classes only");
        }
        return label.getAsInt();
    }

    private static String decision(Row row) throws RunFileException {
        for (String word : List.of("", PredictionRows.NODE_DECISION, PredictionRows.FLEET_DECISION)) {
            if (row.text("decision").equals(word)) {
                return word;
            }
        }
        throw row.problem("decision", "'" + row.text("decision") + "' is neither node nor fleet");
    }

    private static RunFileException problem(LabelledPrediction p, String column, String what) {
        return new RunFileException(
                RunTable.PREDICTIONS.fileName() + ", line " + p.line() + ", column " + column + ": " + what);
    }
}
