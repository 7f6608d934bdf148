package dev.convoy.vehicle;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The battery of one car. Its charge is a fraction of what is usable now: cold and age take usable energy away, and the
 * fraction stays.
 */
public final class Battery {
    /** The share of usable energy by battery temperature. */
    private static final Curve USABLE_BY_TEMPERATURE = Curve.through(-20, 0.90, -10, 0.955, 0, 0.975, 10, 0.99, 25, 1);

    private static final double TIME_CONSTANT_MS = 2 * 3.6e6;
    /** Its own losses keep it this much above the air, driving or charging. */
    private static final double WARMED_K = 12;

    private static final double MS_PER_HOUR = 3.6e6;

    private final VehicleModel model;
    private final double health;

    private double stateOfCharge;
    private double temperatureC;
    private double drawnKwh;
    private double chargedKwh;

    /** @param health usable energy over that of a new battery, in (0, 1] */
    public Battery(VehicleModel model, double health, double stateOfCharge, double temperatureC) {
        if (!(health > 0 && health <= 1)) {
            throw new IllegalArgumentException("health must be above 0 and at most 1: " + health);
        }
        if (!(stateOfCharge >= 0 && stateOfCharge <= 1)) {
            throw new IllegalArgumentException("state of charge must be 0 to 1: " + stateOfCharge);
        }
        this.model = model;
        this.health = health;
        this.stateOfCharge = stateOfCharge;
        this.temperatureC = temperatureC;
    }

    public double stateOfCharge() {
        return stateOfCharge;
    }

    public double temperatureC() {
        return temperatureC;
    }

    /** What a full battery would give now. */
    public double usableKwh() {
        return model.usableKwh() * health * USABLE_BY_TEMPERATURE.at(temperatureC);
    }

    /** All that driving has taken, less what braking gave back. */
    public double drawnKwh() {
        return drawnKwh;
    }

    /** All that chargers have given. */
    public double chargedKwh() {
        return chargedKwh;
    }

    /** Takes this much, or gives it back where negative; returns the part of full charge that went. */
    public double draw(double kwh) {
        double usable = usableKwh();
        double taken = Math.max((stateOfCharge - 1) * usable, Math.min(stateOfCharge * usable, kwh));
        double share = taken / usable;
        drawnKwh += taken;
        stateOfCharge = Math.max(0, Math.min(1, stateOfCharge - share));
        return share;
    }

    /** Charges up to a target for so long at most, in steps of 1 % of charge; returns the time it took. */
    public long charge(Charger charger, double target, long limitMs) {
        double leftMs = limitMs;
        while (leftMs > 0 && stateOfCharge < target) {
            double kilowatts = charger.powerKw(model, stateOfCharge, temperatureC);
            double next = Math.min(target, (Math.floor(stateOfCharge * 100 + 1e-6) + 1) / 100);
            double kwh = (next - stateOfCharge) * usableKwh();
            double needMs = kwh / kilowatts * MS_PER_HOUR;
            if (needMs > leftMs) {
                kwh = kilowatts * leftMs / MS_PER_HOUR;
                stateOfCharge = Math.min(target, stateOfCharge + kwh / usableKwh());
            } else {
                stateOfCharge = next;
            }
            chargedKwh += kwh;
            leftMs -= needMs;
        }
        return limitMs - (long) Math.max(0, Math.floor(leftMs));
    }

    /** Its temperature follows the air's, and rises above it while it works. */
    public void follow(double airC, boolean working, long ms) {
        double goal = working ? airC + WARMED_K : airC;
        temperatureC += (goal - temperatureC) * ms / (ms + TIME_CONSTANT_MS);
    }

    public void write(DataOutput out) throws IOException {
        out.writeDouble(stateOfCharge);
        out.writeDouble(temperatureC);
        out.writeDouble(drawnKwh);
        out.writeDouble(chargedKwh);
    }

    public void read(DataInput in) throws IOException {
        stateOfCharge = in.readDouble();
        temperatureC = in.readDouble();
        drawnKwh = in.readDouble();
        chargedKwh = in.readDouble();
    }
}
