package dev.convoy.vehicle;

/**
 * The coast-down coefficients of a car: its resistance on a flat road at speed v is a + b v + c v^2.
 *
 * @param a newtons
 * @param b newtons per metre per second; a fit may make it negative
 * @param c newtons per (metre per second)^2
 */
public record RoadLoad(double a, double b, double c) {
    public RoadLoad {
        if (!(a > 0) || !Double.isFinite(b) || !(c > 0)) {
            throw new IllegalArgumentException("road load needs a > 0, a finite b and c > 0: " + a + " " + b + " " + c);
        }
    }

    /** Of a car that was never rolled out: rolling by weight, drag by shape, in air at 20 degrees at sea level. */
    static RoadLoad of(double rollingCoefficient, double dragCoefficient, double frontM2, double massKg) {
        return new RoadLoad(
                rollingCoefficient * massKg * Resistance.GRAVITY,
                0,
                0.5 * Resistance.REFERENCE_AIR * dragCoefficient * frontM2);
    }

    RoadLoad times(double factor) {
        return new RoadLoad(a * factor, b * factor, c * factor);
    }
}
