package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All predictions of a run in columns of primitives, about 60 bytes each. A resolution finds its predictions through a
 * chain of those of its node and vehicle that still wait.
 */
final class PredictionColumns {
    static final int DECISION_NONE = 0;
    static final int DECISION_NODE = 1;
    static final int DECISION_FLEET = 2;

    private static final int PROBABILITY_UNITS = 1_000_000;
    private static final int BASELINES = 4;
    private static final int NONE = -1;
    private static final byte PENDING = -1;
    private static final Phase[] PHASES = Phase.values();
    private static final Resolution.Ending[] ENDINGS = Resolution.Ending.values();

    private record Waiting(int node, int vehicle) {}

    private final List<String> vehicles = new ArrayList<>();
    private final Map<Integer, String> nodeNames = new HashMap<>();
    private final List<BitSet> seen = new ArrayList<>();
    private final Map<String, Integer> vehicleNumbers = new HashMap<>();
    private final Map<Waiting, Integer> lastWaiting = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int count;
    private int classes;
    private int[] vehicleRanks = {};

    private long[] times = {};
    private long[] labelTimes = {};
    private int[] nodes = {};
    private int[] vehicle = {};
    private int[] legs = {};
    private int[] sequences = {};
    private int[] versions = {};
    private int[] probabilities = {};
    private int[] previousWaiting = {};
    private byte[] predicted = {};
    private byte[] phases = {};
    private byte[] contested = {};
    private byte[] decisions = {};
    private byte[] endings = {};
    private byte[] labels = {};
    private byte[] baselines = {};

    void add(Prediction prediction) {
        int row = count;
        if (row == 0) {
            classes = prediction.probabilities().classes();
        }
        if (prediction.probabilities().classes() != classes) {
            throw new IllegalArgumentException("expected " + classes + " probabilities: " + prediction);
        }
        if (row == times.length) {
            grow(Math.max(1024, row + row / 2));
        }
        int number = number(prediction.vehicle());
        int sequence = Math.toIntExact(prediction.sequence());
        if (seen.get(number).get(sequence)) {
            problems.add("record " + sequence + " of " + prediction.vehicle()
                    + " was predicted twice, the second time by " + prediction.node());
        }
        seen.get(number).set(sequence);
        times[row] = prediction.timeMs();
        labelTimes[row] = NONE;
        nodes[row] = prediction.node().number();
        nodeNames.computeIfAbsent(nodes[row], n -> prediction.node().toString());
        vehicle[row] = number;
        legs[row] = Math.toIntExact(prediction.leg());
        sequences[row] = sequence;
        versions[row] = Math.toIntExact(prediction.version());
        for (int k = 0; k < classes; k++) {
            probabilities[row * classes + k] =
                    (int) Math.round(prediction.probabilities().of(k) * PROBABILITY_UNITS);
        }
        predicted[row] = (byte) prediction.probabilities().predicted();
        phases[row] = (byte) prediction.phase().ordinal();
        contested[row] = (byte) (prediction.contested() ? 1 : 0);
        endings[row] = PENDING;
        labels[row] = NONE;
        setBaselines(row, prediction.baselines());
        previousWaiting[row] = NONE;
        if (legs[row] > 0) {
            Integer previous = lastWaiting.put(new Waiting(nodes[row], vehicle[row]), row);
            previousWaiting[row] = previous == null ? NONE : previous;
        }
        count++;
    }

    void resolve(Resolution resolution) {
        Waiting key = new Waiting(resolution.node().number(), number(resolution.vehicle()));
        int found = 0;
        boolean decided = false;
        int next = NONE;
        int row = lastWaiting.getOrDefault(key, NONE);
        while (row != NONE) {
            int previous = previousWaiting[row];
            if (legs[row] == resolution.leg()
                    && sequences[row] >= resolution.firstSequence()
                    && sequences[row] <= resolution.lastSequence()) {
                decided |= resolve(row, resolution);
                found++;
                unlink(key, next, previous);
            } else {
                next = row;
            }
            row = previous;
        }
        if (found != resolution.predictions()) {
            problems.add("a resolution of " + subject(resolution) + " speaks of " + resolution.predictions()
                    + " predictions, but " + found + " are recorded that wait for it");
        }
        if (decided != resolution.decisionSequence().isPresent()) {
            problems.add("the decision of " + subject(resolution) + ", record "
                    + resolution.decisionSequence().getAsLong() + ", is none of its recorded predictions");
        }
    }

    private boolean resolve(int row, Resolution resolution) {
        endings[row] = (byte) resolution.ending().ordinal();
        if (resolution.label().isPresent()) {
            labels[row] = (byte) resolution.label().getAsInt();
            labelTimes[row] = resolution.timeMs();
        }
        OptionalLong decision = resolution.decisionSequence();
        boolean isDecision = decision.isPresent() && decision.getAsLong() == sequences[row];
        decisions[row] = (byte) (isDecision ? DECISION_NODE : DECISION_NONE);
        return isDecision;
    }

    private void unlink(Waiting key, int next, int previous) {
        if (next != NONE) {
            previousWaiting[next] = previous;
        } else if (previous != NONE) {
            lastWaiting.put(key, previous);
        } else {
            lastWaiting.remove(key);
        }
    }

    /** What could not be joined, one sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    int size() {
        return count;
    }

    /** At least two, also where nothing was predicted. */
    int classes() {
        return Math.max(2, classes);
    }

    /** Ranks the vehicles by name and marks the fleet's decisions: of those of all nodes for a leg, the last. */
    void complete() {
        List<String> sorted = vehicles.stream().sorted().toList();
        Map<String, Integer> ranks = new HashMap<>();
        sorted.forEach(name -> ranks.put(name, ranks.size()));
        vehicleRanks = vehicles.stream().mapToInt(ranks::get).toArray();

        int[] decided = rows(row -> decisions[row] != DECISION_NONE);
        IndexSort.sort(decided, (a, b) -> {
            int order = Integer.compare(vehicle[a], vehicle[b]);
            order = order != 0 ? order : Integer.compare(legs[a], legs[b]);
            return order != 0 ? order : Integer.compare(sequences[a], sequences[b]);
        });
        for (int i = 0; i < decided.length; i++) {
            int row = decided[i];
            boolean last = i + 1 == decided.length
                    || vehicle[decided[i + 1]] != vehicle[row]
                    || legs[decided[i + 1]] != legs[row];
            decisions[row] = (byte) (last ? DECISION_FLEET : DECISION_NODE);
        }
    }

    /** All rows by time, node, vehicle and sequence. */
    int[] inOrder() {
        int[] rows = rows(row -> true);
        IndexSort.sort(rows, (a, b) -> {
            int order = Long.compare(times[a], times[b]);
            order = order != 0 ? order : Integer.compare(nodes[a], nodes[b]);
            order = order != 0 ? order : Integer.compare(vehicleRanks[vehicle[a]], vehicleRanks[vehicle[b]]);
            return order != 0 ? order : Integer.compare(sequences[a], sequences[b]);
        });
        return rows;
    }

    /** The labelled rows by label time, node, vehicle, leg and sequence. */
    int[] inLabelOrder() {
        int[] rows = rows(row -> labels[row] != NONE);
        IndexSort.sort(rows, (a, b) -> {
            int order = Long.compare(labelTimes[a], labelTimes[b]);
            order = order != 0 ? order : Integer.compare(nodes[a], nodes[b]);
            order = order != 0 ? order : Integer.compare(vehicleRanks[vehicle[a]], vehicleRanks[vehicle[b]]);
            order = order != 0 ? order : Integer.compare(legs[a], legs[b]);
            return order != 0 ? order : Integer.compare(sequences[a], sequences[b]);
        });
        return rows;
    }

    long timeMs(int row) {
        return times[row];
    }

    NodeId node(int row) {
        return new NodeId(nodes[row]);
    }

    String nodeName(int row) {
        return nodeNames.get(nodes[row]);
    }

    String vehicle(int row) {
        return vehicles.get(vehicle[row]);
    }

    int leg(int row) {
        return legs[row];
    }

    int sequence(int row) {
        return sequences[row];
    }

    int version(int row) {
        return versions[row];
    }

    int predicted(int row) {
        return predicted[row];
    }

    double probability(int row, int label) {
        return probabilities[row * classes + label] / (double) PROBABILITY_UNITS;
    }

    String probabilities(int row) {
        StringBuilder text = new StringBuilder(classes * 9);
        for (int k = 0; k < classes; k++) {
            if (k > 0) {
                text.append(';');
            }
            Cells.appendScaled(text, probabilities[row * classes + k], 6);
        }
        return text.toString();
    }

    boolean contested(int row) {
        return contested[row] != 0;
    }

    int decision(int row) {
        return decisions[row];
    }

    Phase phase(int row) {
        return PHASES[phases[row]];
    }

    boolean resolved(int row) {
        return endings[row] != PENDING;
    }

    /** Only for a resolved row. */
    Resolution.Ending ending(int row) {
        return ENDINGS[endings[row]];
    }

    OptionalInt label(int row) {
        return optional(labels[row]);
    }

    /** Only for a labelled row. */
    long labelTimeMs(int row) {
        return labelTimes[row];
    }

    Baselines baselines(int row) {
        int first = row * BASELINES;
        return new Baselines(
                optional(baselines[first]),
                optional(baselines[first + 1]),
                optional(baselines[first + 2]),
                optional(baselines[first + 3]));
    }

    private static OptionalInt optional(byte value) {
        return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private void setBaselines(int row, Baselines said) {
        int first = row * BASELINES;
        baselines[first] = (byte) said.majority().orElse(NONE);
        baselines[first + 1] = (byte) said.noChange().orElse(NONE);
        baselines[first + 2] = (byte) said.lastOfVehicle().orElse(NONE);
        baselines[first + 3] = (byte) said.rule().orElse(NONE);
    }

    private int number(String name) {
        return vehicleNumbers.computeIfAbsent(name, n -> {
            vehicles.add(n);
            seen.add(new BitSet());
            return vehicles.size() - 1;
        });
    }

    private int[] rows(IntPredicate condition) {
        return IntStream.range(0, count).filter(condition).toArray();
    }

    private static String subject(Resolution resolution) {
        return resolution.node() + " for " + resolution.vehicle() + ", leg " + resolution.leg();
    }

    private void grow(int capacity) {
        times = Arrays.copyOf(times, capacity);
        labelTimes = Arrays.copyOf(labelTimes, capacity);
        nodes = Arrays.copyOf(nodes, capacity);
        vehicle = Arrays.copyOf(vehicle, capacity);
        legs = Arrays.copyOf(legs, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        versions = Arrays.copyOf(versions, capacity);
        probabilities = Arrays.copyOf(probabilities, capacity * classes);
        previousWaiting = Arrays.copyOf(previousWaiting, capacity);
        predicted = Arrays.copyOf(predicted, capacity);
        phases = Arrays.copyOf(phases, capacity);
        contested = Arrays.copyOf(contested, capacity);
        decisions = Arrays.copyOf(decisions, capacity);
        endings = Arrays.copyOf(endings, capacity);
        labels = Arrays.copyOf(labels, capacity);
        baselines = Arrays.copyOf(baselines, capacity * BASELINES);
    }
}
