package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.EnergyModel;
import dev.convoy.vehicle.Load;
import dev.convoy.world.Air;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The machine under a vehicle's driver: motor, battery, display and sensors. */
final class Car {
    private static final double MS_PER_KWH_PER_W = 3.6e9;
    private static final double JOULES_PER_M_IN_KWH_PER_100KM = 1 / 36.0;
    /** The mean speed looks back over about twice this time: five minutes. */
    private static final double SPEED_MEMORY_MS = 150_000;

    private final Traits traits;
    private final EnergyModel energy;
    private final Battery battery;
    private final GuessOMeter meter;
    private final Sensors sensors;
    private double meanSpeedMps;

    Car(Traits traits, long seed, double charge, double airC, double kwhPer100Km) {
        this(traits, new Sensors(Chance.named(seed, "vehicle/" + traits.id() + "/sensors")), charge, airC, kwhPer100Km);
    }

    private Car(Traits traits, Sensors sensors, double charge, double batteryC, double kwhPer100Km) {
        this.traits = traits;
        this.energy = new EnergyModel(traits.model());
        this.battery = new Battery(traits.model(), traits.health(), charge, batteryC);
        this.meter = new GuessOMeter(traits.model().usableKwh(), kwhPer100Km);
        this.sensors = sensors;
    }

    /** The same car with an older battery, or another one that has stood beside it. */
    Car exchangedFor(Traits next, double charge, double kwhPer100Km) {
        return new Car(next, sensors, charge, battery.temperatureC(), kwhPer100Km);
    }

    /** What this vehicle usually takes in such air, kWh/100 km. */
    static double usualConsumption(Traits traits, double airC) {
        double speed = traits.cruiseKmh() / 3.6;
        EnergyModel energy = new EnergyModel(traits.model());
        double watts = energy.batteryWatts(Load.TEST, Conditions.steady(speed, airC), 0.5, airC);
        return watts / speed * JOULES_PER_M_IN_KWH_PER_100KM;
    }

    /**
     * What a piece of road took.
     *
     * @param part how far the battery lasted, 1 being to the end
     * @param charge the part of full charge that went
     */
    record Driven(double part, long ms, double kwh, double charge) {
        boolean stranded() {
            return part < 1;
        }
    }

    Traits traits() {
        return traits;
    }

    Battery battery() {
        return battery;
    }

    /** The charge on the display, with what a broken sensor adds. */
    double shownCharge(double shift) {
        return Math.max(0, Math.min(1, battery.stateOfCharge() + traits.chargeBias() + shift));
    }

    double kwhPer100Km() {
        return meter.kwhPer100Km();
    }

    /** The part of full charge that a distance takes, by the car's own estimate. */
    double need(double km) {
        return meter.need(km);
    }

    /** @param factor on what the journey takes */
    Driven drive(Load load, Conditions conditions, double factor, double km, long ms) {
        double watts = factor * energy.batteryWatts(load, conditions, battery.stateOfCharge(), battery.temperatureC());
        double kwh = watts * ms / MS_PER_KWH_PER_W;
        double usable = battery.usableKwh();
        double left = battery.stateOfCharge() * usable;
        double part = kwh < left ? 1 : left / kwh;
        double charge = battery.draw(kwh);
        meter.drove(part * km, charge * usable);
        return new Driven(part, part < 1 ? Math.max(1, (long) (part * ms)) : ms, charge * usable, charge);
    }

    /** Time goes by, and with it what follows time alone. */
    void pass(long ms, Air air, boolean working, double speedMps) {
        battery.follow(air.temperatureC(), working, ms);
        meanSpeedMps += (speedMps - meanSpeedMps) * ms / (ms + SPEED_MEMORY_MS);
    }

    double meanSpeedMps() {
        return meanSpeedMps;
    }

    double auxiliaryKw(Load load, Conditions conditions) {
        return energy.auxiliaryWatts(load, conditions) / 1000;
    }

    FieldValues measure(
            double positionKm,
            double shownCharge,
            double auxiliaryKw,
            Sensors.Ahead ahead,
            Air air,
            double shareOfDay) {
        Sensors.Self self = new Sensors.Self(
                traits,
                shownCharge,
                battery.temperatureC(),
                meter.kwhPer100Km(),
                meanSpeedMps * 3.6,
                auxiliaryKw,
                positionKm);
        return sensors.read(self, ahead, air, shareOfDay);
    }

    void write(DataOutput out) throws IOException {
        battery.write(out);
        out.writeDouble(meter.kwhPer100Km());
        out.writeLong(sensors.state());
        out.writeDouble(meanSpeedMps);
    }

    void read(DataInput in) throws IOException {
        battery.read(in);
        meter.set(in.readDouble());
        sensors.continueFrom(in.readLong());
        meanSpeedMps = in.readDouble();
    }
}
