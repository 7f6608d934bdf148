package dev.convoy.world;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The road and its climate as an experiment file gives them. The road is made of equal sections; lengths and places are
 * those of one section.
 *
 * @param lengthKm of a section
 * @param sections how many there are, one after the other; trips lead from the start of one to its end
 * @param joined whether a vehicle goes on into the next section after a trip, or makes its own section's way again
 * @param stationsKm the charging stations of a section, ascending
 * @param zonesKm where each node's zone of a section ends, ascending; the last is its length; empty until the section is
 *     divided equally among its nodes
 * @param elevation heights of a section, ascending by place, straight between them; empty: hills and a plateau of our own
 * @param relief by how much the heights of the sections differ from those: a factor for each section, repeated where there are more
 *     sections, on the height above the first of those given, or above 200 m on our own road
 * @param start the date and hour of run time 0
 */
public record WorldConfig(
        double lengthKm,
        int sections,
        boolean joined,
        List<Station> stationsKm,
        List<Double> zonesKm,
        List<Height> elevation,
        List<Double> relief,
        LocalDateTime start,
        List<Drift> drift) {
    static final double LONGEST_KM = 10_000;
    static final double LEAST_GAP_KM = 10;
    static final double LONGEST_ROAD_KM = 1_000_000;

    public WorldConfig {
        stationsKm = List.copyOf(stationsKm);
        zonesKm = List.copyOf(zonesKm);
        elevation = List.copyOf(elevation);
        relief = List.copyOf(relief);
        drift = List.copyOf(drift);
        if (!(lengthKm >= 2 * LEAST_GAP_KM && lengthKm <= LONGEST_KM)) {
            throw new IllegalArgumentException(
                    "length-km must be " + 2 * LEAST_GAP_KM + " to " + LONGEST_KM + ": " + lengthKm);
        }
        if (sections < 1 || sections * lengthKm > LONGEST_ROAD_KM) {
            throw new IllegalArgumentException("sections must be 1 to " + (int) (LONGEST_ROAD_KM / lengthKm)
                    + ", which makes " + LONGEST_ROAD_KM + " km: " + sections);
        }
        checkStations(stationsKm, lengthKm);
        checkZones(zonesKm, lengthKm);
        ElevationProfile.check(elevation, relief, lengthKm, sections);
        for (Drift one : drift) {
            one.requireFits(lengthKm * sections, stationsKm.size() * sections);
        }
    }

    public static WorldConfig standard() {
        return new WorldConfig(
                600,
                1,
                true,
                List.of(Station.at(150), Station.at(270), Station.at(460)),
                List.of(150.0, 280.0, 420.0, 600.0),
                List.of(),
                List.of(1.0),
                LocalDateTime.of(2023, 1, 10, 6, 0),
                List.of(ColdFront.standard()));
    }

    /** The length of all sections. */
    public double roadKm() {
        return lengthKm * sections;
    }

    /** This world with other zones. */
    public WorldConfig withZonesKm(List<Double> otherZonesKm) {
        return new WorldConfig(lengthKm, sections, joined, stationsKm, otherZonesKm, elevation, relief, start, drift);
    }

    /** This world at another time, with other drifts. */
    public WorldConfig withDrift(LocalDateTime otherStart, List<Drift> otherDrift) {
        return new WorldConfig(
                lengthKm, sections, joined, stationsKm, zonesKm, elevation, relief, otherStart, otherDrift);
    }

    /** This world with its sections divided equally among so many nodes, a multiple of the sections. */
    public WorldConfig withEqualZones(int nodes) {
        int count = nodes / sections;
        return withZonesKm(IntStream.rangeClosed(1, count)
                .mapToObj(i -> i == count ? lengthKm : lengthKm * i / count)
                .toList());
    }

    private static void checkStations(List<Station> stations, double lengthKm) {
        if (stations.isEmpty()) {
            throw new IllegalArgumentException("stations-km needs at least one station");
        }
        double before = 0;
        for (Station station : stations) {
            if (!(station.km() - before >= LEAST_GAP_KM)) {
                throw new IllegalArgumentException("stations-km must ascend from the start of the road in steps of "
                        + LEAST_GAP_KM + " km or more: "
                        + stations.stream().map(Station::km).toList());
            }
            before = station.km();
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
