package dev.convoy.fleet;

import dev.convoy.world.Corridor;

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
        double charged = chance.between(0.65, 0.95);
        long rest = (long) (chance.between(0, 4) * MS_PER_HOUR);
        double factor = chance.between(0.85, 1.15);
        if (resting) {
            return new Start(true, corridor.lengthKm(), chance.between(0.3, 0.9), rest, factor);
        }
        int next = corridor.stopAfter(km);
        // nobody starts between a decision point and its station
        double position = Math.min(km, corridor.stopKm(next) - 2 * Corridor.DECISION_KM);
        double behindKm = next == 0 ? 0 : corridor.stopKm(next - 1);
        double charge = charged - drainPerKm * (position - behindKm);
        return new Start(false, position, Math.max(LEAST_CHARGE, charge), 0, factor);
    }
}
