package dev.convoy.vehicle;

/**
 * What a stretch of road and its weather do to a car that drives it.
 *
 * @param speedMps mean speed, above 0
 * @param stopsPerKm how often it slows down and picks up again
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
    /** A flat road in still, dry air by day, without a stop. */
    public static Conditions steady(double speedMps, double temperatureC) {
        return new Conditions(speedMps, 0, 0, 0, 0, temperatureC, 0, false);
    }

    /** Of ideal gas, by barometric height, kg/m^3. */
    double airDensity() {
        return EnergyModel.REFERENCE_AIR * 293.15 / (273.15 + temperatureC) * StrictMath.exp(-heightM / 8430);
    }
}
