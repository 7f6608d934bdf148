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
}
