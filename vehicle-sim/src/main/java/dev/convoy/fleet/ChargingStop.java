package dev.convoy.fleet;

import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Charger;
import dev.convoy.world.World;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A vehicle's stop at the station behind which its next stop lies: whether it charges, waits or goes on, and how. */
final class ChargingStop {
    private final World world;
    private final List<Chargers> chargers;
    private final String vehicle;
    private final Whereabouts at;
    private final Display display;

    private long flowsFromMs;
    private double target;

    /** @param chargers of each station of the road; all vehicles share them */
    ChargingStop(World world, List<Chargers> chargers, String vehicle, Whereabouts at, Display display) {
        this.world = world;
        this.chargers = chargers;
        this.vehicle = vehicle;
        this.at = at;
        this.display = display;
    }

    /**
     * What a vehicle does that has come. Who must charge waits where all chargers are taken; who stopped for a coffee
     * goes on.
     */
    Activity arrive(Car car, Habit habit) {
        double need = need(car);
        if (!open()) {
            return uncharged(car, need);
        }
        if (!habit.charges(display.charge(car), need)) {
            return Activity.DRIVING;
        }
        OptionalLong from = here().take(at.nowMs());
        if (from.isPresent()) {
            return plugIn(from.getAsLong(), habit, need);
        }
        if (!habit.mustCharge(display.charge(car), need)) {
            return Activity.DRIVING;
        }
        here().queue(vehicle);
        return Activity.WAITING;
    }

    /** What a vehicle does that waits for a charger. */
    Activity turn(Car car, Habit habit) {
        if (!open()) {
            here().giveUp(vehicle);
            return uncharged(car, need(car));
        }
        OptionalLong from = here().turn(vehicle, at.nowMs());
        return from.isPresent() ? plugIn(from.getAsLong(), habit, need(car)) : Activity.WAITING;
    }

    /** Charges for so long at most; returns the time it took. */
    long charge(Battery battery, long limitMs) {
        if (at.nowMs() < flowsFromMs) {
            return Math.min(limitMs, flowsFromMs - at.nowMs());
        }
        double kilowatts = world.corridor().station(station()).kilowatts();
        return battery.charge(Charger.fast(kilowatts), target, limitMs);
    }

    boolean done(Battery battery) {
        return at.nowMs() >= flowsFromMs && battery.stateOfCharge() >= target;
    }

    void unplug() {
        here().release(at.nowMs());
    }

    /** Whether the station is in service. */
    private boolean open() {
        return world.stations().isOpen(at.nextStop() - 1, at.nowMs());
    }

    /** The part of full charge that the way to the next open stop takes, as the car estimates it. */
    private double need(Car car) {
        return display.need(car, world.stations().openAfter(at.nextStop() - 1, at.nowMs()));
    }

    private Activity plugIn(long fromMs, Habit habit, double need) {
        flowsFromMs = fromMs + habit.overheadMs();
        target = habit.target(need);
        return Activity.CHARGING;
    }

    /** There is nothing to be had here: it drives on if the display says that it can, else a truck must come. */
    private Activity uncharged(Car car, double need) {
        return display.charge(car) > need ? Activity.DRIVING : Activity.TOWED;
    }

    private int station() {
        return world.corridor().stationAt(at.nextStop() - 1);
    }

    private Chargers here() {
        return chargers.get(station());
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(flowsFromMs);
        out.writeDouble(target);
    }

    void read(DataInput in) throws IOException {
        flowsFromMs = in.readLong();
        target = in.readDouble();
    }
}
