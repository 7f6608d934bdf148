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
                standard.cars(),
                standard.link());
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
                cars,
                standard.link());
    }

    /** So many standard vehicles, on another link. */
    static FleetConfig of(int vehicles, TelemetryLink link) {
        FleetConfig standard = FleetConfig.standard();
        return new FleetConfig(
                vehicles,
                standard.telemetryEvery(),
                standard.label(),
                standard.reserve(),
                standard.exits(),
                standard.vehiclesPerCharger(),
                standard.models(),
                standard.localMix(),
                standard.cars(),
                link);
    }
}
