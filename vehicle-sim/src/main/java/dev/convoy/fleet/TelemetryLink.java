package dev.convoy.fleet;

import java.time.Duration;
import java.util.Optional;

/**
 * The way of telemetry from vehicles to nodes, in netem's words. Outcomes go another way: labels are reliable.
 *
 * @param holdUp how much later a record arrives that is out of order; two and a half intervals of telemetry where there
 *     is none
 */
public record TelemetryLink(double loss, double duplicate, double reorder, double corrupt, Optional<Duration> holdUp) {
    public TelemetryLink {
        new Impairment(loss, duplicate, reorder, corrupt);
        if (holdUp.isPresent() && holdUp.get().toMillis() < 1) {
            throw new IllegalArgumentException("hold-up must be at least 1ms: " + holdUp.get());
        }
    }

    /** Nothing goes wrong. */
    public static TelemetryLink standard() {
        return new TelemetryLink(0, 0, 0, 0, Optional.empty());
    }

    public Impairment impairment() {
        return new Impairment(loss, duplicate, reorder, corrupt);
    }

    long holdUpMs(long telemetryEveryMs) {
        return holdUp.map(Duration::toMillis).orElse(telemetryEveryMs * 5 / 2);
    }
}
