package dev.convoy.world;

import java.util.Optional;

/**
 * A charging station beside the road.
 *
 * @param km where, from the start of its section
 * @param powerKw what each of its chargers gives; absent: what a fast charger of today does
 * @param chargers how many it has; absent: as many as the fleet's size asks for
 */
public record Station(double km, Optional<Double> powerKw, Optional<Integer> chargers) {
    private static final double FAST_KW = 150;
    private static final double MOST_KW = 1_000;
    private static final int MOST_CHARGERS = 10_000;

    public Station {
        Limits.requireAbove("km", km, 0, WorldConfig.LONGEST_KM);
        powerKw.ifPresent(given -> Limits.requireAbove("power-kw", given, 0, MOST_KW));
        chargers.ifPresent(count -> Limits.require("chargers", count, 1, MOST_CHARGERS));
    }

    /** A fast-charging one. */
    public static Station at(double km) {
        return new Station(km, Optional.empty(), Optional.empty());
    }

    /** Reads the place of a fast-charging one, in km. */
    public static Station parse(String km) {
        try {
            return at(Double.parseDouble(km));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number of km, or a mapping with km: " + km, e);
        }
    }

    /** What each of its chargers gives. */
    public double kilowatts() {
        return powerKw.orElse(FAST_KW);
    }

    /** Its place alone, where that says all. */
    @Override
    public String toString() {
        String place = km == Math.rint(km) ? Long.toString((long) km) : Double.toString(km);
        return equals(at(km)) ? place : "station at " + place + " km";
    }
}
