package dev.convoy.fleet;

import dev.convoy.world.WorldConfig;

/** All that a fleet's behaviour follows from. */
public record FleetPlan(WorldConfig world, FleetConfig fleet, long seed, long durationMs) {
    public FleetPlan {
        if (durationMs < 1) {
            throw new IllegalArgumentException("a run lasts at least 1 ms: " + durationMs);
        }
    }
}
