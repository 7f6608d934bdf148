package dev.convoy.world;

import java.time.Duration;

/**
 * Batteries lose capacity, faster than the display's nominal capacity lets one see.
 *
 * @param loss the share of capacity that an average vehicle has lost at the end; each loses from half to one and a half
 *     times as much
 */
public record Ageing(Duration at, Duration over, double loss) implements Drift {
    public Ageing {
        Course.permanent(at, over);
        Limits.requireAbove("loss", loss, 0, 0.3);
    }

    public static Ageing standard() {
        return new Ageing(Duration.ZERO, Duration.ofDays(30), 0.08);
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over);
    }

    @Override
    public String word() {
        return "ageing";
    }

    @Override
    public String label() {
        return Figures.signedPercent(-loss) + " capacity";
    }

    @Override
    public double capacityFactor(double lot, long timeMs) {
        return 1 - loss * (0.5 + lot) * Course.permanent(at, over).share(timeMs);
    }
}
