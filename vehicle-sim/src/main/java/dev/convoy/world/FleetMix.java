package dev.convoy.world;

import java.time.Duration;

/**
 * The fleet changes: of the cars that set out, those with small batteries become more frequent.
 *
 * @param below kWh: a smaller battery is a small one
 * @param times how often such cars set out, compared with before
 */
public record FleetMix(Duration at, Duration over, double below, double times) implements Drift {
    public FleetMix {
        Course.permanent(at, over);
        Limits.require("below", below, 1, 200);
        Limits.require("times", times, 0.05, 20);
    }

    public static FleetMix standard() {
        return new FleetMix(Duration.ofHours(36), Duration.ofHours(6), 65, 3);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over);
    }

    @Override
    public String word() {
        return "fleet-mix";
    }

    @Override
    public String label() {
        return "below " + Figures.plain(below) + " kWh times " + Figures.plain(times);
    }

    @Override
    public double frequency(double capacityKwh, long timeMs) {
        return capacityKwh < below
                ? 1 + (times - 1) * Course.permanent(at, over).share(timeMs)
                : 1;
    }
}
