package dev.convoy.experiments.records;

import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** All predictions of a run in columns of primitives, about 60 bytes each; a row is the number of a prediction. */
final class PredictionColumns {
    static final int DECISION_NONE = 0;
    static final int DECISION_NODE = 1;
    static final int DECISION_FLEET = 2;

    private static final int FIRST_CAPACITY = 1024;
    private static final int PROBABILITY_UNITS = 1_000_000;
    private static final int BASELINES = 4;
    private static final int NONE = -1;
    private static final byte PENDING = -1;
    private static final Phase[] PHASES = Phase.values();
    private static final Resolution.Ending[] ENDINGS = Resolution.Ending.values();

    private final List<String> vehicles = new ArrayList<>();
    private final Map<String, Integer> vehicleNumbers = new HashMap<>();
    private final Map<Integer, String> nodeNames = new HashMap<>();
    private int count;
    private int classes;

    private long[] times = {};
    private long[] labelTimes = {};
    private int[] nodes = {};
    private int[] vehicle = {};
    private int[] legs = {};
    private int[] sequences = {};
    private int[] versions = {};
    private int[] probabilities = {};
    private short[] predicted = {};
    private short[] labels = {};
    private short[] baselines = {};
    private byte[] phases = {};
    private byte[] contested = {};
    private byte[] decisions = {};
    private byte[] endings = {};

    /** Returns its row. */
    int add(Prediction prediction) {
        int row = count;
        if (row == 0) {
            classes = prediction.probabilities().classes();
        }
        if (prediction.probabilities().classes() != classes) {
            throw new IllegalArgumentException("expected " + classes + " probabilities: " + prediction);
        }
        if (row == times.length) {
            grow(Math.max(FIRST_CAPACITY, row + row / 2));
        }
        times[row] = prediction.timeMs();
        labelTimes[row] = NONE;
        nodes[row] = prediction.node().number();
        nodeNames.computeIfAbsent(nodes[row], n -> prediction.node().toString());
        vehicle[row] = vehicleNumber(prediction.vehicle());
        legs[row] = Math.toIntExact(prediction.leg());
        sequences[row] = Math.toIntExact(prediction.sequence());
        versions[row] = Math.toIntExact(prediction.version());
        for (int k = 0; k < classes; k++) {
            probabilities[row * classes + k] =
                    (int) Math.round(prediction.probabilities().of(k) * PROBABILITY_UNITS);
        }
        predicted[row] = (short) prediction.probabilities().predicted();
        labels[row] = NONE;
        setBaselines(row, prediction.baselines());
        phases[row] = (byte) prediction.phase().ordinal();
        contested[row] = (byte) (prediction.contested() ? 1 : 0);
        endings[row] = PENDING;
        count++;
        return row;
    }

    void resolve(int row, Resolution resolution) {
        endings[row] = (byte) resolution.ending().ordinal();
        if (resolution.label().isPresent()) {
            labels[row] = (short) resolution.label().getAsInt();
            labelTimes[row] = resolution.timeMs();
        }
    }

    /** @param decision one of the constants above */
    void decide(int row, int decision) {
        decisions[row] = (byte) decision;
    }

    int size() {
        return count;
    }

    /** At least two, also where nothing was predicted. */
    int classes() {
        return Math.max(2, classes);
    }

    /** The rows for which this holds, in the order in which they came. */
    int[] rows(IntPredicate condition) {
        return IntStream.range(0, count).filter(condition).toArray();
    }

    /** By number. */
    List<String> vehicles() {
        return List.copyOf(vehicles);
    }

    /** One that was not known gets the next number. */
    int vehicleNumber(String name) {
        return vehicleNumbers.computeIfAbsent(name, n -> {
            vehicles.add(n);
            return vehicles.size() - 1;
        });
    }

    long timeMs(int row) {
        return times[row];
    }

    NodeId node(int row) {
        return new NodeId(nodes[row]);
    }

    int nodeNumber(int row) {
        return nodes[row];
    }

    String nodeName(int row) {
        return nodeNames.get(nodes[row]);
    }

    int vehicleNumber(int row) {
        return vehicle[row];
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

    private static OptionalInt optional(short value) {
        return value == NONE ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private void setBaselines(int row, Baselines said) {
        int first = row * BASELINES;
        baselines[first] = (short) said.majority().orElse(NONE);
        baselines[first + 1] = (short) said.noChange().orElse(NONE);
        baselines[first + 2] = (short) said.lastOfVehicle().orElse(NONE);
        baselines[first + 3] = (short) said.rule().orElse(NONE);
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
        predicted = Arrays.copyOf(predicted, capacity);
        labels = Arrays.copyOf(labels, capacity);
        baselines = Arrays.copyOf(baselines, capacity * BASELINES);
        phases = Arrays.copyOf(phases, capacity);
        contested = Arrays.copyOf(contested, capacity);
        decisions = Arrays.copyOf(decisions, capacity);
        endings = Arrays.copyOf(endings, capacity);
    }
}
