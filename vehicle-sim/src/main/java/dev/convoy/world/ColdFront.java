package dev.convoy.world;

import java.time.Duration;

/**
 * Cold air that reaches the start of the road at an instant and travels along it. Behind it the temperature stays low;
 * wind and rain come with it and are gone half a day later.
 *
 * @param drop kelvin
 * @param over how long the temperature takes to fall at one place
 * @param speedKmh how fast it travels along the road
 * @param wind head wind at its height, metres per second
 * @param precipitation rain or snow at its height, millimetres per hour
 */
public record ColdFront(Duration at, double drop, Duration over, double speedKmh, double wind, double precipitation)
        implements Drift {
    private static final double MS_PER_HOUR = 3.6e6;
    private static final double FADES_MS = 12 * MS_PER_HOUR;

    public ColdFront {
        if (at.isNegative()) {
            throw new IllegalArgumentException("at must not be negative: " + at);
        }
        if (!(drop > 0 && drop <= 40)) {
            throw new IllegalArgumentException("drop must be above 0 and at most 40 K: " + drop);
        }
        if (over.isNegative() || over.isZero()) {
            throw new IllegalArgumentException("over must be longer than 0: " + over);
        }
        if (!(speedKmh >= 1 && speedKmh <= 200)) {
            throw new IllegalArgumentException("speed-kmh must be 1 to 200: " + speedKmh);
        }
        if (!(wind >= 0 && wind <= 25)) {
            throw new IllegalArgumentException("wind must be 0 to 25 m/s: " + wind);
        }
        if (!(precipitation >= 0 && precipitation <= 20)) {
            throw new IllegalArgumentException("precipitation must be 0 to 20 mm/h: " + precipitation);
        }
    }

    public static ColdFront standard() {
        return new ColdFront(Duration.ofHours(36), 12, Duration.ofHours(3), 60, 4, 1);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over).plusMillis((long) (lengthKm / speedKmh * MS_PER_HOUR));
    }

    @Override
    public String word() {
        return "cold-front";
    }

    @Override
    public String label() {
        return "-" + (drop == Math.rint(drop) ? Long.toString((long) drop) : Double.toString(drop)) + " K";
    }

    @Override
    public double temperatureShift(double km, long timeMs) {
        return -drop * fallen(sinceArrival(km, timeMs));
    }

    @Override
    public double headWindShift(double km, long timeMs) {
        return wind * presence(km, timeMs);
    }

    @Override
    public double precipitationShift(double km, long timeMs) {
        return precipitation * presence(km, timeMs);
    }

    private double sinceArrival(double km, long timeMs) {
        return timeMs - at.toMillis() - km / speedKmh * MS_PER_HOUR;
    }

    private double fallen(double sinceMs) {
        return Math.max(0, Math.min(1, sinceMs / over.toMillis()));
    }

    private double presence(double km, long timeMs) {
        double since = sinceArrival(km, timeMs);
        double fading = Math.max(0, Math.min(1, (since - over.toMillis()) / FADES_MS));
        return fallen(since) * (1 - fading);
    }
}
