package dev.convoy.fleet;

import java.time.Duration;

/**
 * The vehicles as an experiment file gives them.
 *
 * @param reserve the charge below which a vehicle must not reach a stop, a fraction
 * @param exits the share of trips that leave the road before its end
 */
public record FleetConfig(int vehicles, Duration telemetryEvery, LabelKind label, double reserve, double exits) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public FleetConfig {
        if (vehicles < 1 || vehicles > 1_000_000) {
            throw new IllegalArgumentException("vehicles must be 1 to 1000000: " + vehicles);
        }
        if (telemetryEvery.compareTo(SHORTEST) < 0 || telemetryEvery.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("telemetry-every must be 1s to 1h: " + telemetryEvery);
        }
        if (!(reserve >= 0 && reserve <= 0.5)) {
            throw new IllegalArgumentException("reserve must be 0 to 0.5: " + reserve);
        }
        if (!(exits >= 0 && exits <= 1)) {
            throw new IllegalArgumentException("exits must be 0 to 1: " + exits);
        }
    }

    public static FleetConfig standard() {
        return new FleetConfig(104, Duration.ofMinutes(1), LabelKind.REACHABILITY, 0.10, 0.04);
    }
}
