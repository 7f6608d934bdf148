package dev.convoy.fleet;

import dev.convoy.world.Air;

/**
 * What is particular to one stretch of road between two stops, and what nobody outside the car can know beforehand.
 *
 * @param cruiseKmh the speed its driver is after
 * @param roadFactor on the resistance of the road: style, open windows, a box on the roof, the surface
 * @param windMps head wind beyond what the weather service reports
 */
record Stretch(double cruiseKmh, double roadFactor, double windMps) {
    /** What drivers are after on average. */
    static final double CRUISE_KMH = 80;

    private static final double SLOWEST_KMH = 60;
    private static final double FASTEST_KMH = 140;
    private static final double CRUISE_SD_KMH = 6;
    private static final double ROAD_SD = 0.11;
    private static final double WIND_SD_MPS = 1.8;
    /** A full road is driven at this share of the speed of an empty one. */
    private static final double FULL_ROAD_SPEED = 0.45;

    private static final double SNOW_SPEED = 0.92;

    static Stretch drawn(long seed, Traits traits, long number) {
        Chance chance = Chance.named(seed, "vehicle/" + traits.id() + "/stretch/" + number);
        double cruise = chance.normal(traits.cruiseKmh(), CRUISE_SD_KMH);
        return new Stretch(
                Math.max(SLOWEST_KMH, Math.min(FASTEST_KMH, cruise)),
                StrictMath.exp(chance.normal(-ROAD_SD * ROAD_SD / 2, ROAD_SD)),
                chance.normal(0, WIND_SD_MPS));
    }

    double speedMps(double congestion, Air air) {
        double free = cruiseKmh / 3.6 * (air.snows() ? SNOW_SPEED : 1);
        return free * (1 - (1 - FULL_ROAD_SPEED) * congestion);
    }
}
