package dev.convoy.world;

import java.time.Duration;

/** How full the road is, from 0 (empty) to 1 (standing): more in rush hours and near towns. */
public final class Traffic {
    private static final double QUIET = 0.08;
    private static final double RUSH = 0.50;
    private static final double WEEKEND = 0.5;
    private static final double UNUSUAL_SD = 0.07;
    private static final double FULLEST = 0.95;
    private static final double TOWNS_KM = 130;

    private final Calendar calendar;
    private final Drifts drifts;
    private final NoiseField unusual;

    Traffic(Calendar calendar, Drifts drifts, long seed) {
        this.calendar = calendar;
        this.drifts = drifts;
        this.unusual = new NoiseField(seed, "traffic", 30, Duration.ofMinutes(90));
    }

    public double congestionAt(double km, long timeMs) {
        double usual = QUIET + RUSH * rush(timeMs) * town(km) + drifts.congestionShift(km, timeMs);
        return Math.max(0, Math.min(FULLEST, usual + UNUSUAL_SD * unusual.at(km, timeMs)));
    }

    /** What is usual at this hour, as a mean over a part of the road; statistics know nothing of drift. */
    public double typicalOver(double fromKm, double toKm, long timeMs) {
        return QUIET + RUSH * rush(timeMs) * meanTown(fromKm, toKm);
    }

    private double rush(long timeMs) {
        double hour = calendar.hourOfDay(timeMs);
        double peaks = Math.max(peak((hour - 7.75) / 2.25), peak((hour - 17) / 2.75));
        return calendar.weekend(timeMs) ? WEEKEND * peaks : peaks;
    }

    private static double peak(double distance) {
        double inside = Math.max(0, 1 - distance * distance);
        return inside * inside;
    }

    private static double town(double km) {
        return 0.6 + 0.4 * Wave.sine(km / TOWNS_KM);
    }

    /** The integral of {@link #town} over a part of the road, divided by its length. */
    private static double meanTown(double fromKm, double toKm) {
        double change = Wave.cosine(fromKm / TOWNS_KM) - Wave.cosine(toKm / TOWNS_KM);
        return 0.6 + 0.4 * change * TOWNS_KM / (2 * Math.PI * (toKm - fromKm));
    }
}
