package dev.convoy.world;

import java.time.Duration;

/**
 * An update over the air, rolled out to one vehicle after the other within the width: it drives on less, and keeps
 * another reserve.
 *
 * @param saving the share of consumption it saves
 * @param reserve added to the reserve below which a vehicle must not arrive
 */
public record SoftwareUpdate(Duration at, Duration over, double saving, double reserve) implements Drift {
    public SoftwareUpdate {
        Course.permanent(at, over);
        Limits.require("saving", saving, -0.5, 0.5);
        Limits.require("reserve", reserve, -0.2, 0.2);
    }

    public static SoftwareUpdate standard() {
        return new SoftwareUpdate(Duration.ofHours(36), Duration.ofHours(6), 0.04, 0.03);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over);
    }

    @Override
    public String word() {
        return "software-update";
    }

    @Override
    public String label() {
        return Figures.signedPercent(-saving) + " consumption, " + Figures.signedPercent(reserve) + " reserve";
    }

    @Override
    public double consumptionFactor(double lot, long timeMs) {
        return has(lot, timeMs) ? 1 - saving : 1;
    }

    @Override
    public double reserveShift(double lot, long timeMs) {
        return has(lot, timeMs) ? reserve : 0;
    }

    private boolean has(double lot, long timeMs) {
        return lot < Course.permanent(at, over).share(timeMs);
    }
}
