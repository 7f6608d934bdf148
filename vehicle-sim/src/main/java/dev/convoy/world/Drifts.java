package dev.convoy.world;

import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** All drifts of a world together: what they do adds up, and each stays within its zone. */
public final class Drifts {
    /** Nothing ever changes. */
    public static final Drifts NONE = new Drifts(List.of(), List.of());

    private static final int EVERYWHERE = -1;

    /**
     * A drift with its bounds, which are looked at far more often than it has an effect.
     *
     * @param zone where it shows, or everywhere
     * @param fromMs when it begins
     */
    private record Confined(Drift drift, int zone, long fromMs) {}

    private final List<Confined> all = new ArrayList<>();
    private final List<Corridor> roads;

    private Drifts(List<Drift> drifts, List<Corridor> roads) {
        this.roads = roads;
        for (Drift drift : drifts) {
            all.add(new Confined(
                    drift,
                    drift.node().map(node -> node.number() - 1).orElse(EVERYWHERE),
                    drift.onset().toMillis()));
        }
    }

    static Drifts of(List<Drift> drifts, Corridor corridor) {
        return new Drifts(drifts, List.of(corridor));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** What drift does to one vehicle, which has drawn a lot for each. */
    public VehicleDrift of(long seed, String vehicle) {
        double[] lots = new double[all.size()];
        for (int i = 0; i < lots.length; i++) {
            String name = "drift/" + i + "/" + all.get(i).drift().word() + "/" + vehicle;
            lots[i] = RandomStream.named(seed, name).nextDouble();
        }
        return new VehicleDrift(this, lots);
    }

    double temperatureShift(double km, long timeMs) {
        double sum = 0;
        for (Confined one : all) {
            sum += shows(one, km, timeMs) ? one.drift().temperatureShift(km, timeMs) : 0;
        }
        return sum;
    }

    double headWindShift(double km, long timeMs) {
        double sum = 0;
        for (Confined one : all) {
            sum += shows(one, km, timeMs) ? one.drift().headWindShift(km, timeMs) : 0;
        }
        return sum;
    }

    double precipitationShift(double km, long timeMs) {
        double sum = 0;
        for (Confined one : all) {
            sum += shows(one, km, timeMs) ? one.drift().precipitationShift(km, timeMs) : 0;
        }
        return sum;
    }

    double congestionShift(double km, long timeMs) {
        double sum = 0;
        for (Confined one : all) {
            sum += shows(one, km, timeMs) ? one.drift().congestionShift(km, timeMs) : 0;
        }
        return sum;
    }

    /** The lowest of all limits, km/h. */
    public double speedLimitKmh(double km, long timeMs) {
        double limit = Double.POSITIVE_INFINITY;
        for (Confined one : all) {
            limit = shows(one, km, timeMs) ? Math.min(limit, one.drift().speedLimitKmh(km, timeMs)) : limit;
        }
        return limit;
    }

    boolean closes(int station, long timeMs) {
        for (Confined one : all) {
            if (one.drift().closes(station, timeMs)) {
                return true;
            }
        }
        return false;
    }

    /** How often cars with batteries of this size set out, compared with the usual. */
    public double frequency(double capacityKwh, long timeMs) {
        double product = 1;
        for (Confined one : all) {
            product *= one.drift().frequency(capacityKwh, timeMs);
        }
        return product;
    }

    int size() {
        return all.size();
    }

    Drift drift(int index) {
        return all.get(index).drift();
    }

    boolean shows(int index, double km, long timeMs) {
        return shows(all.get(index), km, timeMs);
    }

    private boolean shows(Confined one, double km, long timeMs) {
        return timeMs >= one.fromMs()
                && (one.zone() == EVERYWHERE || roads.get(0).zoneAt(km) == one.zone());
    }
}
