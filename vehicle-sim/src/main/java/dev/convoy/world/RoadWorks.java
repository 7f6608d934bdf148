package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Road works: a lower speed limit on part of the road, and so less air resistance there.
 *
 * @param limitKmh no one drives faster between the two places
 */
public record RoadWorks(
        Duration at, Duration lasting, Optional<Duration> every, double fromKm, double toKm, double limitKmh)
        implements Drift {
    public RoadWorks {
        Course.passing(at, lasting, every);
        Limits.requireStretch(fromKm, toKm);
        Limits.require("limit-kmh", limitKmh, 20, 130);
    }

    public static RoadWorks standard() {
        return new RoadWorks(Duration.ofHours(36), Duration.ofHours(24), Optional.empty(), 270, 460, 50);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(lasting);
    }

    @Override
    public String word() {
        return "road-works";
    }

    @Override
    public String label() {
        return Figures.plain(limitKmh) + " km/h, km " + Figures.plain(fromKm) + " to " + Figures.plain(toKm);
    }

    @Override
    public List<NodeId> nodes(Corridor corridor) {
        return corridor.nodesBetween(fromKm, toKm);
    }

    @Override
    public void requireFits(double lengthKm, int stations) {
        Limits.requireOnRoad(word(), toKm, lengthKm);
    }

    @Override
    public double speedLimitKmh(double km, long timeMs) {
        boolean there =
                km >= fromKm && km < toKm && Course.passing(at, lasting, every).share(timeMs) > 0;
        return there ? limitKmh : Double.POSITIVE_INFINITY;
    }
}
