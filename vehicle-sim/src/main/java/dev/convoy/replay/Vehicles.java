package dev.convoy.replay;

import dev.convoy.telemetry.VehicleField;
import dev.convoy.telemetry.Workload;
import java.util.List;
import java.util.Optional;

/**
 * The simulated vehicles.
 *
 * @param fields those of the telemetry that learners see; empty: all that a vehicle can know but its position
 */
public record Vehicles(List<VehicleField> fields) implements WorkloadConfig {
    public Vehicles {
        fields = List.copyOf(fields);
        if (fields.stream().distinct().count() < fields.size()) {
            throw new IllegalArgumentException("fields must name each once: " + fields);
        }
    }

    public static Vehicles standard() {
        return new Vehicles(List.of());
    }

    @Override
    public Workload workload() {
        return fields.isEmpty() ? VehicleField.workload() : VehicleField.workload(fields);
    }

    @Override
    public boolean known() {
        return true;
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
