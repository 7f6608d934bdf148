package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The vehicles as an experiment file gives them.
 *
 * @param reserve the charge below which a vehicle must not reach a stop, a fraction
 * @param exits the share of trips that leave the road before its end
 * @param vehiclesPerCharger how many vehicles there are for each charger of a station
 * @param models of which cars are drawn
 * @param localMix where vehicles stay in their section: how alike the sections are in which models drive there, the alpha
 *     of a Dirichlet distribution; empty where all are frequent alike
 * @param cars the vehicles one by one, in the order of their numbers; repeated where there are more vehicles; empty: all
 *     are drawn
 * @param link on which their telemetry goes
 */
public record FleetConfig(
        int vehicles,
        Duration telemetryEvery,
        LabelKind label,
        double reserve,
        double exits,
        int vehiclesPerCharger,
        ModelChoice models,
        Optional<Double> localMix,
        List<CarConfig> cars,
        TelemetryLink link) {
    /** A station with a single charger would leave all stranded when it fails. */
    private static final int LEAST_CHARGERS = 2;

    /** By how many records of its vehicle a record may be overtaken: what nodes remember to know a copy. */
    private static final int MOST_INTERVALS = 60;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    public FleetConfig {
        cars = List.copyOf(cars);
        checkCars(cars, models);
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
        if (localMix.filter(alpha -> !(alpha >= 0.01 && alpha <= 1000)).isPresent()) {
            throw new IllegalArgumentException("local-mix must be 0.01 to 1000: " + localMix.get());
        }
        if (link.holdUpMs(telemetryEvery.toMillis()) > MOST_INTERVALS * telemetryEvery.toMillis()) {
            throw new IllegalArgumentException("link.hold-up must be at most " + MOST_INTERVALS
                    + " times telemetry-every: " + link.holdUp().orElseThrow());
        }
        if (vehiclesPerCharger < 1) {
            throw new IllegalArgumentException("vehicles-per-charger must be at least 1: " + vehiclesPerCharger);
        }
    }

    public static FleetConfig standard() {
        return new FleetConfig(
                104,
                Duration.ofMinutes(1),
                LabelKind.REACHABILITY,
                0.10,
                0.04,
                20,
                new Certified(),
                Optional.empty(),
                List.of(),
                TelemetryLink.standard());
    }

    /** What is fixed about the vehicle of this number, from 1. */
    Optional<CarConfig> car(int number) {
        return cars.isEmpty() ? Optional.empty() : Optional.of(cars.get((number - 1) % cars.size()));
    }

    private static void checkCars(List<CarConfig> cars, ModelChoice models) {
        List<String> names = models.models().stream().map(VehicleModel::name).toList();
        for (CarConfig car : cars) {
            if (!names.contains(car.model())) {
                throw new IllegalArgumentException(
                        "cars: there is no model " + car.model() + " among models, which has " + names);
            }
        }
    }

    /** How many chargers a station has of which nothing else is said, on a road of so many sections. */
    public int chargersPerStation(int sections) {
        return Math.max(LEAST_CHARGERS, 1 + (vehicles - 1) / (vehiclesPerCharger * sections));
    }
}
