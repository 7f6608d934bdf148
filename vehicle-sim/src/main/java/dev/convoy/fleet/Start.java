package dev.convoy.fleet;

import dev.convoy.world.Corridor;
import java.util.Optional;

/**
 * Where a vehicle is when the run begins: as if it had always been travelling.
 *
 * @param consumptionFactor how the mean on its display compares with what is usual
 */
record Start(boolean resting, double positionKm, double charge, long restMs, double consumptionFactor) {
    private static final double RESTING_SHARE = 0.3;
    private static final double LEAST_CHARGE = 0.15;
    private static final double MS_PER_HOUR = 3.6e6;

    /** @param drainPerKm the part of full charge that a kilometre takes now */
    static Start drawn(long seed, String vehicle, Corridor corridor, double drainPerKm) {
        Chance chance = Chance.named(seed, "vehicle/" + vehicle + "/start");
        boolean resting = chance.happens(RESTING_SHARE);
        double km = chance.between(0, corridor.lengthKm());
        if (corridor.isParted()) {
            km = km / corridor.sections() + LocalMix.home(seed, vehicle, corridor.sections()) * corridor.sectionKm();
        }
        double charged = chance.between(0.65, 0.95);
        long rest = (long) (chance.between(0, 4) * MS_PER_HOUR);
        double factor = chance.between(0.85, 1.15);
        if (resting) {
            return new Start(true, corridor.sectionEndKm(km), chance.between(0.3, 0.9), rest, factor);
        }
        int next = corridor.stopAfter(km);
        double position = undecided(km, corridor);
        double behindKm = next == 0 ? 0 : corridor.stopKm(next - 1);
        double charge = charged - drainPerKm * (position - behindKm);
        return new Start(false, position, Math.max(LEAST_CHARGE, charge), 0, factor);
    }

    /** With what is fixed about the vehicle; one whose place is fixed is on its way there. */
    Start as(Optional<CarConfig> fixed, Corridor corridor) {
        if (fixed.isEmpty()) {
            return this;
        }
        Optional<Double> km = fixed.get().km();
        return new Start(
                km.isEmpty() && resting,
                km.map(at -> undecided(at, corridor)).orElse(positionKm),
                fixed.get().charge().orElse(charge),
                km.isEmpty() ? restMs : 0,
                consumptionFactor);
    }

    /** Nobody starts between a decision point and its station. */
    private static double undecided(double km, Corridor corridor) {
        return Math.min(km, corridor.stopKm(corridor.stopAfter(km)) - 2 * Corridor.DECISION_KM);
    }
}
