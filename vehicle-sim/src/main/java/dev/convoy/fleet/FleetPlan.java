package dev.convoy.fleet;

import dev.convoy.world.WorldConfig;
import java.util.List;

/** All that a fleet's behaviour follows from. */
public record FleetPlan(
        WorldConfig world, FleetConfig fleet, long seed, long durationMs, List<TelemetryFault> telemetryFaults) {
    public FleetPlan {
        telemetryFaults = List.copyOf(telemetryFaults);
        if (durationMs < 1) {
            throw new IllegalArgumentException("a run lasts at least 1 ms: " + durationMs);
        }
    }

    /** Where nothing goes wrong but what the fleet's own link does. */
    public FleetPlan(WorldConfig world, FleetConfig fleet, long seed, long durationMs) {
        this(world, fleet, seed, durationMs, List.of());
    }
}
