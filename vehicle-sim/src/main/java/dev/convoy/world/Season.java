package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.Optional;

/**
 * The temperature falls slowly and stays low, beyond the year's own course: winter comes within the width.
 *
 * @param drop kelvin; negative where it grows warmer
 * @param node the zone it comes to; none: all
 */
public record Season(Duration at, Duration over, double drop, Optional<NodeId> node) implements Drift {
    public Season {
        Course.permanent(at, over);
        Limits.require("drop", drop, -40, 40);
    }

    public static Season standard() {
        return new Season(Duration.ZERO, Duration.ofDays(90), 22, Optional.empty());
    }

    @Override
    public Duration end(double lengthKm) {
        return course().end();
    }

    @Override
    public String word() {
        return "season";
    }

    @Override
    public String label() {
        return Figures.signed(-drop) + " K";
    }

    /** A half wave, as the year has it. */
    @Override
    public double temperatureShift(double km, long timeMs) {
        double share = course().share(timeMs);
        return -drop * (1 - StrictMath.cos(Math.PI * share)) / 2;
    }

    private Course course() {
        return Course.permanent(at, over);
    }
}
