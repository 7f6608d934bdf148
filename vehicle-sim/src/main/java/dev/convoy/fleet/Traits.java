package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stays with a vehicle and its driver for a whole trip, and without drift for the whole run.
 *
 * @param health of the battery: usable energy over that of a new one
 * @param chargeBias what its display shows beyond its charge
 * @param cruiseKmh the speed its driver likes on an empty road
 * @param phaseMs when within the telemetry interval it reports
 * @param fixed what the experiment file says of it
 */
record Traits(
        String id,
        VehicleModel model,
        double ageYears,
        double health,
        double chargeBias,
        double cruiseKmh,
        double cabinC,
        long phaseMs,
        Optional<CarConfig> fixed) {
    private static final double OLDEST_YEARS = 5;
    private static final double AGEING_PER_YEAR = 0.023;
    private static final double AGEING_SD = 0.015;
    private static final double CHARGE_BIAS = 0.015;
    static final double WORST_HEALTH = 0.7;

    /** Drawn from the vehicle's own stream, so that it is the same in a fleet of any size. */
    static Traits drawn(long seed, int number, LocalMix mix, long everyMs) {
        String id = String.format(Locale.ROOT, "v-%03d", number);
        Chance chance = Chance.named(seed, "vehicle/" + id);
        VehicleModel model = mix.model(id, chance.between(0, 1));
        double age = chance.between(0, OLDEST_YEARS);
        double health = 1 - AGEING_PER_YEAR * age + chance.normal(0, AGEING_SD);
        return new Traits(
                id,
                model,
                age,
                Math.max(WORST_HEALTH, Math.min(1, health)),
                chance.between(-CHARGE_BIAS, CHARGE_BIAS),
                chance.normal(Stretch.CRUISE_KMH, 10),
                chance.normal(21.5, 1),
                (long) (chance.between(0, 1) * everyMs),
                Optional.empty());
    }

    /** This vehicle with what is fixed about it; its age is then what its battery looks like. */
    Traits as(Optional<CarConfig> fixed, List<VehicleModel> models) {
        if (fixed.isEmpty()) {
            return this;
        }
        CarConfig car = fixed.get();
        VehicleModel own = models.stream()
                .filter(known -> known.name().equals(car.model()))
                .findFirst()
                .orElseThrow();
        return new Traits(
                id,
                own,
                car.health().map(left -> (1 - left) / AGEING_PER_YEAR).orElse(ageYears),
                car.health().orElse(health),
                chargeBias,
                car.cruiseKmh().orElse(cruiseKmh),
                cabinC,
                phaseMs,
                fixed);
    }

    /** The same driver in another car, or in one of another age. */
    Traits with(VehicleModel other, double otherHealth) {
        return new Traits(
                id,
                other,
                ageYears,
                Math.max(WORST_HEALTH, otherHealth),
                chargeBias,
                cruiseKmh,
                cabinC,
                phaseMs,
                fixed);
    }
}
