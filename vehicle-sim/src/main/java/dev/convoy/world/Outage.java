package dev.convoy.world;

import java.time.Duration;
import java.util.Optional;

/**
 * A station goes out of service: vehicles on their way to the one before it must now reach the one after it.
 *
 * @param station counted from 1
 */
public record Outage(Duration at, Duration lasting, Optional<Duration> every, int station) implements Drift {
    public Outage {
        Course.passing(at, lasting, every);
        if (station < 1) {
            throw new IllegalArgumentException("station counts from 1: " + station);
        }
    }

    public static Outage standard() {
        return new Outage(Duration.ofHours(36), Duration.ofHours(12), Optional.empty(), 2);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(lasting);
    }

    @Override
    public String word() {
        return "outage";
    }

    @Override
    public String label() {
        return "station " + station;
    }

    @Override
    public void requireFits(double lengthKm, int stations) {
        if (station > stations) {
            throw new IllegalArgumentException(
                    "drift: no station " + station + " can go out of service: stations-km has " + stations);
        }
    }

    @Override
    public boolean closes(int index, long timeMs) {
        return index == station - 1 && Course.passing(at, lasting, every).share(timeMs) > 0;
    }
}
