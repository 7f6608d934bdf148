package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.Optional;

/**
 * A rush hour that the traffic statistics do not know: the road fills and empties again, as a rule each day.
 *
 * @param rise added to congestion at its height
 * @param node the zone it comes to; none: all
 */
public record RushHour(
        Duration at, Duration over, Duration lasting, Optional<Duration> every, double rise, Optional<NodeId> node)
        implements Drift {
    public RushHour {
        new Course(at, over, Optional.of(lasting), every);
        Limits.requireAbove("rise", rise, 0, 1);
    }

    public static RushHour standard() {
        return new RushHour(
                Duration.ofHours(36),
                Duration.ofHours(1),
                Duration.ofHours(4),
                Optional.of(Duration.ofHours(24)),
                0.4,
                Optional.empty());
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(lasting);
    }

    @Override
    public String word() {
        return "rush-hour";
    }

    @Override
    public String label() {
        return Figures.signedPercent(rise) + " congestion";
    }

    @Override
    public double congestionShift(double km, long timeMs) {
        return rise * new Course(at, over, Optional.of(lasting), every).share(timeMs);
    }
}
