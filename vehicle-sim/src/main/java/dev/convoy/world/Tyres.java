package dev.convoy.world;

import java.time.Duration;

/**
 * The season of other tyres: one vehicle after the other has them on within the width.
 *
 * @param factor on rolling resistance; winter tyres 1.05 to 1.1
 */
public record Tyres(Duration at, Duration over, double factor) implements Drift {
    public Tyres {
        Course.permanent(at, over);
        Limits.require("factor", factor, 0.7, 1.5);
    }

    public static Tyres standard() {
        return new Tyres(Duration.ofHours(36), Duration.ofHours(6), 1.08);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over);
    }

    @Override
    public String word() {
        return "tyres";
    }

    @Override
    public String label() {
        return Figures.signedPercent(factor - 1) + " rolling resistance";
    }

    @Override
    public double rollingFactor(double lot, long timeMs) {
        return lot < Course.permanent(at, over).share(timeMs) ? factor : 1;
    }
}
