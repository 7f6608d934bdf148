package dev.convoy.replay;

import dev.convoy.telemetry.VehicleField;
import dev.convoy.telemetry.Workload;
import java.util.Optional;

/** The simulated vehicles. */
public record Vehicles() implements WorkloadConfig {
    public static Vehicles standard() {
        return new Vehicles();
    }

    @Override
    public Workload workload() {
        return VehicleField.workload();
    }

    @Override
    public Optional<Replay> replayed() {
        return Optional.empty();
    }

    @Override
    public WorkloadConfig withoutPaths() {
        return this;
    }
}
