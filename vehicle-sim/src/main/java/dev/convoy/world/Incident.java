package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An accident: part of the road is blocked at once, and free again after an hour or two.
 *
 * @param rise added to congestion between the two places
 */
public record Incident(Duration at, Duration lasting, Optional<Duration> every, double fromKm, double toKm, double rise)
        implements Drift {
    public Incident {
        Course.passing(at, lasting, every);
        Limits.requireStretch(fromKm, toKm);
        Limits.requireAbove("rise", rise, 0, 1);
    }

    public static Incident standard() {
        return new Incident(Duration.ofHours(36), Duration.ofMinutes(90), Optional.empty(), 200, 230, 0.5);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(lasting);
    }

    @Override
    public String word() {
        return "incident";
    }

    @Override
    public String label() {
        return "km " + Figures.plain(fromKm) + " to " + Figures.plain(toKm);
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
    public double congestionShift(double km, long timeMs) {
        return km >= fromKm && km < toKm
                ? rise * Course.passing(at, lasting, every).share(timeMs)
                : 0;
    }
}
