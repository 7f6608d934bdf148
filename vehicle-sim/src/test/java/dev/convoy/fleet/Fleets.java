package dev.convoy.fleet;

import java.util.List;

/** The standard fleet with something else about it. */
final class Fleets {
    private Fleets() {}

    static FleetConfig of(int vehicles) {
        return of(vehicles, FleetConfig.standard().vehiclesPerCharger());
    }

    static FleetConfig of(int vehicles, int vehiclesPerCharger) {
        return of(vehicles, LabelKind.REACHABILITY, FleetConfig.standard().reserve(), vehiclesPerCharger);
    }

    static FleetConfig of(int vehicles, LabelKind label, double reserve, int vehiclesPerCharger) {
        FleetConfig standard = FleetConfig.standard();
        return new FleetConfig(
                vehicles,
                standard.telemetryEvery(),
                label,
                reserve,
                standard.exits(),
                vehiclesPerCharger,
                standard.models(),
                standard.localMix(),
                standard.cars());
    }

    /** Certain models, certain vehicles. */
    static FleetConfig of(ModelChoice models, List<CarConfig> cars) {
        FleetConfig standard = FleetConfig.standard();
        return new FleetConfig(
                cars.isEmpty() ? standard.vehicles() : cars.size(),
                standard.telemetryEvery(),
                standard.label(),
                standard.reserve(),
                standard.exits(),
                standard.vehiclesPerCharger(),
                models,
                standard.localMix(),
                cars);
    }
}
