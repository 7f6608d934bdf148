package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The road from km 0 to its end, driven in one direction. Its stops are the stations in order and then the destination;
 * its zones belong to the nodes in order.
 */
public final class Corridor {
    /** A vehicle must have decided by the time it is this close to a station. */
    public static final double DECISION_KM = 3;

    private final double lengthKm;
    private final List<Station> stations;
    private final double[] zoneEndsKm;

    public Corridor(WorldConfig config) {
        this.lengthKm = config.lengthKm();
        this.stations = config.stationsKm().stream()
                .map(km -> new Station(km, Station.FAST_KW))
                .toList();
        this.zoneEndsKm =
                config.zonesKm().stream().mapToDouble(Double::doubleValue).toArray();
    }

    public double lengthKm() {
        return lengthKm;
    }

    public List<Station> stations() {
        return stations;
    }

    /** The position of a stop: a station, or the destination after the last. */
    public double stopKm(int stop) {
        return stop < stations.size() ? stations.get(stop).km() : lengthKm;
    }

    public boolean isStation(int stop) {
        return stop < stations.size();
    }

    /** The first stop beyond a position. */
    public int stopAfter(double km) {
        int stop = 0;
        while (isStation(stop) && stopKm(stop) <= km) {
            stop++;
        }
        return stop;
    }

    /** How far it is from one stop to the one after it. */
    public double legAfterKm(int stop) {
        return stopKm(stop + 1) - stopKm(stop);
    }

    /** The longest way between two places where a vehicle can charge; both ends of the road are such places. */
    public double longestLegKm() {
        double longest = stopKm(0);
        for (int stop = 0; isStation(stop); stop++) {
            longest = Math.max(longest, legAfterKm(stop));
        }
        return longest;
    }

    public int zones() {
        return zoneEndsKm.length;
    }

    /** The index of the zone at a position, from 0; a zone's end belongs to the next one, the road's end to the last. */
    public int zoneAt(double km) {
        int low = 0;
        int high = zoneEndsKm.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (km < zoneEndsKm[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The nodes whose zones have a part of the road between two places. */
    public List<NodeId> nodesBetween(double fromKm, double toKm) {
        int last = zoneAt(Math.nextDown(toKm));
        return IntStream.rangeClosed(zoneAt(fromKm), last)
                .mapToObj(zone -> new NodeId(zone + 1))
                .toList();
    }
}
