package dev.convoy.vehicle;

/**
 * What a stretch of road and its weather do to a car that drives it.
 *
 * @param speedMps mean speed, standing included
 * @param stopsPerKm how often it stops and picks up again; a mere slowing down is a part of a stop by kinetic energy
 * @param grade metres up per metre of road
 */
public record Conditions(
        double speedMps,
        double stopsPerKm,
        double grade,
        double heightM,
        double headWindMps,
        double temperatureC,
        double precipitationMmPerHour,
        boolean dark) {
    private static final double KELVIN = 273.15;
    private static final double REFERENCE_K = KELVIN + 20;
    private static final double SCALE_HEIGHT_M = 8430;

    /** A flat road in still, dry air by day, without a stop. */
    public static Conditions steady(double speedMps, double temperatureC) {
        return new Conditions(speedMps, 0, 0, 0, 0, temperatureC, 0, false);
    }

    /** On rollers, which put up the resistance of air at 20 degrees at sea level, whatever the hall's temperature. */
    public static Conditions rollers(double speedMps, double temperatureC) {
        double heightM = SCALE_HEIGHT_M * StrictMath.log(REFERENCE_K / (KELVIN + temperatureC));
        return new Conditions(speedMps, 0, 0, heightM, 0, temperatureC, 0, false);
    }

    /** What speeding up after such stops takes for each kilogram and metre of road, joules. */
    public static double speedingUpPerKgM(double meanMps, double stopsPerKm) {
        return SpeedPattern.of(meanMps, stopsPerKm).kineticPerKgM();
    }

    /** Of ideal gas, by barometric height, kg/m^3. */
    double airDensity() {
        return Resistance.REFERENCE_AIR
                * REFERENCE_K
                / (KELVIN + temperatureC)
                * StrictMath.exp(-heightM / SCALE_HEIGHT_M);
    }
}
