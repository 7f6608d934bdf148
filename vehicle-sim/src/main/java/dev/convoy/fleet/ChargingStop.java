package dev.convoy.fleet;

import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Charger;
import dev.convoy.world.World;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A vehicle's stop at the station behind which its next stop lies: from looking for a charger to unplugging. */
final class ChargingStop {
    private final World world;
    private final List<Chargers> chargers;
    private final String vehicle;
    private final Whereabouts at;

    private long flowsFromMs;
    private double target;

    /** @param chargers of each station of the road; all vehicles share them */
    ChargingStop(World world, List<Chargers> chargers, String vehicle, Whereabouts at) {
        this.world = world;
        this.chargers = chargers;
        this.vehicle = vehicle;
        this.at = at;
    }

    /** Whether the station is in service. */
    boolean open() {
        return world.stations().isOpen(at.nextStop() - 1, at.nowMs());
    }

    /** The instant from which there is a charger for a vehicle that has come; absent where all are taken. */
    OptionalLong find() {
        return here().take(at.nowMs());
    }

    void queue() {
        here().queue(vehicle);
    }

    /** The instant from which there is a charger for a vehicle that waits; absent while it is not its turn. */
    OptionalLong turn() {
        return here().turn(vehicle, at.nowMs());
    }

    void giveUp() {
        here().giveUp(vehicle);
    }

    /** @param need the part of full charge that the way to the next open stop takes, as the car estimates it */
    void plugIn(long fromMs, Habit habit, double need) {
        flowsFromMs = fromMs + habit.overheadMs();
        target = habit.target(need);
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
