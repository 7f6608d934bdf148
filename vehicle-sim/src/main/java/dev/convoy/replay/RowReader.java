package dev.convoy.replay;

import dev.convoy.telemetry.FieldValues;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Makes rows of cells. */
final class RowReader {
    /** One that is absent. */
    private static final int NOWHERE = -1;

    private static final int LONGEST_VEHICLE = 64;
    private static final double LATEST_SECONDS = 1e12;

    private final Replay replay;
    private final Inputs inputs;
    private final boolean lenient;
    private final int width;
    private final int time;
    private final int node;
    private final int vehicle;
    private final int label;
    private final int[] features;

    /**
     * @param places the index of each column
     * @param lenient whether a word that a feature does not have is as good as an absent one
     */
    RowReader(Replay replay, Inputs inputs, Map<String, Integer> places, int width, boolean lenient) {
        this.replay = replay;
        this.inputs = inputs;
        this.lenient = lenient;
        this.width = width;
        this.time = replay.time().map(places::get).orElse(NOWHERE);
        this.node = replay.node() instanceof Assignment.ByColumn by ? places.get(by.column()) : NOWHERE;
        this.vehicle = replay.vehicle().map(places::get).orElse(NOWHERE);
        this.label = places.get(replay.label().column());
        this.features = replay.features().stream()
                .mapToInt(feature -> places.get(feature.column()))
                .toArray();
    }

    /** A row whose time is that of its column, or 0. */
    Row read(List<String> cells) throws UnfitException {
        if (cells.size() != width) {
            throw new UnfitException("expected " + width + " cells: " + cells.size());
        }
        double[] values = new double[inputs.width()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < features.length; i++) {
            put(i, cells.get(features[i]), values);
        }
        return new Row(
                time == NOWHERE ? 0 : timeMs(cells.get(time)),
                vehicle == NOWHERE ? "" : vehicle(cells.get(vehicle)),
                node == NOWHERE ? "" : cells.get(node),
                label(cells.get(label)),
                FieldValues.of(values));
    }

    private void put(int index, String cell, double[] values) throws UnfitException {
        Feature feature = replay.features().get(index);
        if (replay.absent().contains(cell)) {
            return;
        }
        if (feature.isWord()) {
            if (!inputs.put(index, cell, values) && !lenient) {
                throw new UnfitException(feature.column() + ": " + shown(cell) + " is none of its values");
            }
            return;
        }
        double number = Cells.number(cell);
        if (Double.isNaN(number)) {
            throw new UnfitException(feature.column() + ": " + shown(cell) + " is no number");
        }
        inputs.put(index, number, values);
    }

    private int label(String cell) throws UnfitException {
        OptionalInt found = replay.label().of(cell, replay.classes());
        if (found.isEmpty()) {
            throw new UnfitException(replay.label().column() + ": " + shown(cell) + " is no label");
        }
        return found.getAsInt();
    }

    private static String vehicle(String cell) throws UnfitException {
        String name = cell.replaceAll("[^A-Za-z0-9._-]", "-");
        if (name.isEmpty() || name.length() > LONGEST_VEHICLE) {
            throw new UnfitException(
                    "vehicle: " + shown(cell) + " is no name of 1 to " + LONGEST_VEHICLE + " characters");
        }
        return name;
    }

    /** Seconds, or a date and time, taken for UTC. */
    private static long timeMs(String cell) throws UnfitException {
        double seconds = Cells.number(cell);
        if (Math.abs(seconds) <= LATEST_SECONDS) {
            return Math.round(seconds * 1000);
        }
        try {
            return LocalDateTime.parse(cell.replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeException e) {
            throw new UnfitException("time: " + shown(cell) + " is neither seconds nor a date and time");
        }
    }

    private static String shown(String cell) {
        return "'" + (cell.length() > 40 ? cell.substring(0, 40) + "..." : cell) + "'";
    }
}
