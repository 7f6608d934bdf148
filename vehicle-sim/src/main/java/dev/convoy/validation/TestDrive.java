package dev.convoy.validation;

import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.EnergyModel;
import dev.convoy.vehicle.Load;
import dev.convoy.vehicle.VehicleModel;
import java.util.List;

/**
 * A new car of a model that drives cycles second by second, in air and from a battery of one temperature.
 *
 * @param rollers whether on a bench, whose rollers put up no less than the resistance of air at 20 degrees; in the cold
 *     they are set to more (by a tenth at -7 degrees), as denser air and stiffer tyres come to on a road
 */
public record TestDrive(VehicleModel model, double airC, boolean rollers, Load load) {
    private static final double REFERENCE_C = 20;
    private static final double JOULES_PER_KWH = 3.6e6;
    private static final long SECOND_MS = 1000;
    /** No car drives this far on one charge; one that takes nothing would. */
    private static final double FARTHEST_KM = 5000;

    /** On a bench as the EPA tests, heating and cooling off. */
    public static TestDrive unconditioned(VehicleModel model, double hallC) {
        return new TestDrive(model, hallC, true, Load.testUnconditioned(hallC));
    }

    /** On a bench with the cabin kept at 22 degrees. */
    public static TestDrive conditioned(VehicleModel model, double hallC) {
        return new TestDrive(model, hallC, true, Load.TEST);
    }

    /** On a road with the cabin kept at 22 degrees. */
    public static TestDrive onRoad(VehicleModel model, double airC) {
        return new TestDrive(model, airC, false, Load.TEST);
    }

    /** From a half-full battery, kWh/100 km at its terminals. */
    public double consumption(DriveCycle cycle) {
        EnergyModel energy = new EnergyModel(model);
        double joules = 0;
        for (int second = 0; second < cycle.seconds(); second++) {
            joules += watts(energy, cycle, second, 0.5, airC);
        }
        return 100 * joules / JOULES_PER_KWH / cycle.kilometres();
    }

    /** The cycles one after another from a full battery until it is empty; the battery warms as it works. */
    public double rangeKm(List<DriveCycle> cycles) {
        EnergyModel energy = new EnergyModel(model);
        Battery battery = new Battery(model, 1, 1, airC);
        double metres = 0;
        while (metres < FARTHEST_KM * 1000) {
            for (DriveCycle cycle : cycles) {
                for (int second = 0; second < cycle.seconds(); second++) {
                    if (battery.stateOfCharge() <= 0) {
                        return metres / 1000;
                    }
                    double watts = watts(energy, cycle, second, battery.stateOfCharge(), battery.temperatureC());
                    battery.draw(watts / JOULES_PER_KWH);
                    battery.follow(airC, true, SECOND_MS);
                    metres += (cycle.speedMps(second) + cycle.speedMps(second + 1)) / 2;
                }
            }
        }
        throw new IllegalStateException(model + " drove " + FARTHEST_KM + " km on one charge");
    }

    private double watts(EnergyModel energy, DriveCycle cycle, int second, double stateOfCharge, double batteryC) {
        double before = cycle.speedMps(second);
        double after = cycle.speedMps(second + 1);
        double speed = (before + after) / 2;
        Conditions conditions =
                rollers && airC > REFERENCE_C ? Conditions.rollers(speed, airC) : Conditions.steady(speed, airC);
        return energy.momentaryWatts(load, conditions, after - before, stateOfCharge, batteryC);
    }
}
