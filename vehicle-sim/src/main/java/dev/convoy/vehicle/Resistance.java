package dev.convoy.vehicle;

import dev.convoy.world.Air;

/**
 * What holds a loaded car back in given conditions: newtons by speed.
 *
 * @param constantN rolling resistance and the weight's part along the slope
 * @param perSpeed newtons per metre per second
 * @param perAirSpeed2 newtons per squared metre per second against the air
 */
record Resistance(double constantN, double perSpeed, double perAirSpeed2, double headWindMps) {
    /** Air at 20 degrees at sea level, kg/m^3, for which road load is stated. */
    static final double REFERENCE_AIR = 1.2041;

    static final double GRAVITY = 9.81;

    /** Rolling resistance grows by this per kelvin below the test's 20 degrees, within limits. */
    private static final double ROLLING_PER_K = 0.0045;

    private static final double COLDEST_K = 40;
    private static final double HOTTEST_K = -10;

    /** Water at 2 mm/h and more: rolling resistance and drag grow by these. An assumption. */
    private static final double WET_ROLLING = 0.08;

    private static final double WET_DRAG = 0.04;
    private static final double WET_FROM_MM_PER_H = 2;
    /** Tyres press snow together and throw it aside; ploughed roads keep little of it. An assumption. */
    private static final double SNOW_ROLLING = 0.20;

    static Resistance of(VehicleModel model, Load load, Conditions conditions) {
        double mass = model.massKg(load);
        double wet = Math.min(1, conditions.precipitationMmPerHour() / WET_FROM_MM_PER_H);
        double rolling = conditions.temperatureC() < Air.SNOW_BELOW_C ? SNOW_ROLLING : WET_ROLLING;
        double cold = Math.max(HOTTEST_K, Math.min(COLDEST_K, 20 - conditions.temperatureC()));
        RoadLoad road = model.roadLoad();
        double a = road.a()
                * (1 + ROLLING_PER_K * cold)
                * (mass / model.testMassKg())
                * load.tyreFactor()
                * (1 + rolling * wet);
        double c = road.c() * (conditions.airDensity() / REFERENCE_AIR) * (1 + WET_DRAG * wet);
        double slope = mass * GRAVITY * conditions.grade() / Math.sqrt(1 + conditions.grade() * conditions.grade());
        double factor = load.roadFactor();
        return new Resistance(factor * a + slope, factor * road.b(), factor * c, conditions.headWindMps());
    }

    /** At constant speed, newtons; negative where the road falls steeply enough. */
    double at(double speedMps) {
        double airSpeed = Math.max(0, speedMps + headWindMps);
        return constantN + perSpeed * speedMps + perAirSpeed2 * airSpeed * airSpeed;
    }

    /**
     * The mean over the way on which speed changes evenly with time between two speeds. Squared speed then changes
     * evenly with the way.
     */
    double between(double lowMps, double highMps) {
        double squares = lowMps * lowMps + highMps * highMps;
        double mean = 2 * (squares + lowMps * highMps) / (3 * (lowMps + highMps));
        double airSpeed2 =
                mean + headWindMps > 0 ? squares / 2 + 2 * headWindMps * mean + headWindMps * headWindMps : 0;
        return constantN + perSpeed * mean + perAirSpeed2 * airSpeed2;
    }
}
