package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The road from km 0 to its end, driven in one direction, section by section. The stops of a section are its stations in
 * order and then its end, where trips end; stops and stations are numbered along the whole road. Its zones belong to the
 * nodes in order.
 */
public final class Corridor {
    /** A vehicle must have decided by the time it is this close to a station. */
    public static final double DECISION_KM = 3;

    private final double sectionKm;
    private final int sections;
    private final boolean joined;
    private final List<Station> stations;
    private final double[] zoneEndsKm;

    public Corridor(WorldConfig config) {
        this.sectionKm = config.lengthKm();
        this.sections = config.sections();
        this.joined = config.joined();
        this.stations = config.stationsKm();
        List<Double> ends = new ArrayList<>();
        for (int section = 0; section < sections; section++) {
            double startKm = section * sectionKm;
            config.zonesKm().forEach(km -> ends.add(startKm + km));
        }
        this.zoneEndsKm = ends.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The length of the whole road. */
    public double lengthKm() {
        return sections * sectionKm;
    }

    /** The length of each section. */
    public double sectionKm() {
        return sectionKm;
    }

    public int sections() {
        return sections;
    }

    /** Whether vehicles stay in the section in which they are. */
    public boolean isParted() {
        return !joined && sections > 1;
    }

    /** How many stations the whole road has. */
    public int stationCount() {
        return sections * stations.size();
    }

    /** The station of this number, with its place in its section. */
    public Station station(int number) {
        return stations.get(number % stations.size());
    }

    /** The number of the station at a stop that is one. */
    public int stationAt(int stop) {
        return sectionOf(stop) * stations.size() + stop % stopsPerSection();
    }

    /** The position of a stop: a station, or the end of a section after its last station. */
    public double stopKm(int stop) {
        double startKm = sectionOf(stop) * sectionKm;
        return isStation(stop) ? startKm + station(stationAt(stop)).km() : startKm + sectionKm;
    }

    public boolean isStation(int stop) {
        return stop % stopsPerSection() < stations.size();
    }

    /** The first stop beyond a position, at the latest the end of the section in which it lies or which it ends. */
    public int stopAfter(double km) {
        int section = (int) Math.max(0, Math.min(sections, Math.ceil(km / sectionKm)) - 1);
        int stop = section * stopsPerSection();
        while (isStation(stop) && stopKm(stop) <= km) {
            stop++;
        }
        return stop;
    }

    /** Where the section of a stop begins. */
    public double sectionStartKm(int stop) {
        return sectionOf(stop) * sectionKm;
    }

    /**
     * Where a trip goes on that has ended in the section of a stop: the first stop of the one after it, the first section
     * coming after the last, or of the same where they are not joined.
     */
    public int firstStopOfNextSection(int stop) {
        return (sectionOf(stop) + (joined ? 1 : 0)) % sections * stopsPerSection();
    }

    /** The end of the section in which a position lies. */
    public double sectionEndKm(double km) {
        return stopKm(sectionOf(stopAfter(km)) * stopsPerSection() + stations.size());
    }

    /** How far it is from one stop to the one after it in the same section. */
    public double legAfterKm(int stop) {
        return stopKm(stop + 1) - stopKm(stop);
    }

    /** The longest way between two places where a vehicle can charge; both ends of a section are such places. */
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

    private int stopsPerSection() {
        return stations.size() + 1;
    }

    private int sectionOf(int stop) {
        return stop / stopsPerSection();
    }
}
