package dev.convoy.world;

import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sensors of some vehicles fail: half of them show too much charge, half too little, and their thermometers are
 * stuck at what the air was when it began.
 *
 * @param share of vehicles
 * @param charge what they show beyond or below their charge
 * @param thermometer whether it is stuck too
 * @param node the zone in which they report wrongly; none: all
 */
public record SensorBias(
        Duration at, Duration over, double share, double charge, boolean thermometer, Optional<NodeId> node)
        implements Drift {
    public SensorBias {
        Course.permanent(at, over);
        Limits.requireAbove("share", share, 0, 1);
        Limits.require("charge", charge, 0, 0.5);
    }

    public static SensorBias standard() {
        return new SensorBias(Duration.ofHours(36), Duration.ZERO, 0.5, 0.03, true, Optional.empty());
    }

    @Override
    public Duration end(double lengthKm) {
        return at.plus(over);
    }

    @Override
    public String word() {
        return "sensor-bias";
    }

    @Override
    public String label() {
        return Figures.percent(share) + " of vehicles, charge +-" + Figures.percent(charge);
    }

    @Override
    public double shownChargeShift(double lot, long timeMs) {
        if (!fails(lot, timeMs)) {
            return 0;
        }
        // the lots below the share are spread evenly: every other of 64 slices shows too little
        return (long) (lot / share * 64) % 2 == 0 ? charge : -charge;
    }

    @Override
    public OptionalLong thermometerStuckSince(double lot, long timeMs) {
        return thermometer && fails(lot, timeMs) ? OptionalLong.of(at.toMillis()) : OptionalLong.empty();
    }

    private boolean fails(double lot, long timeMs) {
        return lot < share * Course.permanent(at, over).share(timeMs);
    }
}
