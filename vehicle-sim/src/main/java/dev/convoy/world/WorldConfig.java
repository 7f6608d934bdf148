package dev.convoy.world;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The road and its climate as an experiment file gives them.
 *
 * @param stationsKm where the charging stations are, ascending
 * @param zonesKm where each node's zone ends, ascending; the last is the length of the road; empty until the road is
 *     divided equally among the nodes
 * @param start the date and hour of run time 0
 */
public record WorldConfig(
        double lengthKm, List<Double> stationsKm, List<Double> zonesKm, LocalDateTime start, List<Drift> drift) {
    static final double LONGEST_KM = 10_000;
    static final double LEAST_GAP_KM = 10;

    public WorldConfig {
        stationsKm = List.copyOf(stationsKm);
        zonesKm = List.copyOf(zonesKm);
        drift = List.copyOf(drift);
        if (!(lengthKm >= 2 * LEAST_GAP_KM && lengthKm <= LONGEST_KM)) {
            throw new IllegalArgumentException(
                    "length-km must be " + 2 * LEAST_GAP_KM + " to " + LONGEST_KM + ": " + lengthKm);
        }
        checkStations(stationsKm, lengthKm);
        checkZones(zonesKm, lengthKm);
        for (Drift one : drift) {
            one.requireFits(lengthKm, stationsKm.size());
        }
    }

    public static WorldConfig standard() {
        return new WorldConfig(
                600,
                List.of(150.0, 270.0, 460.0),
                List.of(150.0, 280.0, 420.0, 600.0),
                LocalDateTime.of(2023, 1, 10, 6, 0),
                List.of(ColdFront.standard()));
    }

    /** This world with other zones. */
    public WorldConfig withZonesKm(List<Double> zonesKm) {
        return new WorldConfig(lengthKm, stationsKm, zonesKm, start, drift);
    }

    /** The ends of so many zones of equal length. */
    public static List<Double> equalZones(double lengthKm, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> i == count ? lengthKm : lengthKm * i / count)
                .toList();
    }

    private static void checkStations(List<Double> stationsKm, double lengthKm) {
        if (stationsKm.isEmpty()) {
            throw new IllegalArgumentException("stations-km needs at least one station");
        }
        double before = 0;
        for (double km : stationsKm) {
            if (!(km - before >= LEAST_GAP_KM)) {
                throw new IllegalArgumentException("stations-km must ascend from the start of the road in steps of "
                        + LEAST_GAP_KM + " km or more: " + stationsKm);
            }
            before = km;
        }
        if (!(lengthKm - before >= LEAST_GAP_KM)) {
            throw new IllegalArgumentException("stations-km: the last station must be " + LEAST_GAP_KM
                    + " km or more before the end at " + lengthKm + ": " + before);
        }
    }

    private static void checkZones(List<Double> zonesKm, double lengthKm) {
        double before = 0;
        for (double km : zonesKm) {
            if (!(km > before)) {
                throw new IllegalArgumentException("zones-km must ascend from above 0: " + zonesKm);
            }
            before = km;
        }
        if (!zonesKm.isEmpty() && before != lengthKm) {
            throw new IllegalArgumentException(
                    "zones-km: the last zone must end where the road does, at " + lengthKm + ": " + zonesKm);
        }
    }
}
