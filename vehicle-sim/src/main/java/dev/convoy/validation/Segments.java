package dev.convoy.validation;

import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.EnergyModel;
import dev.convoy.vehicle.Load;
import dev.convoy.vehicle.VehicleModel;

/** A cycle as the fleet would drive it: one physics step for each interval, from mean speed and stops alone. */
public final class Segments {
    private static final double MOST_STOPS_PER_KM = 50;
    private static final int HALVINGS = 40;

    private Segments() {}

    /** kWh/100 km at the battery's terminals, half full and as warm as the air; heating and cooling off. */
    public static double consumption(VehicleModel model, DriveCycle cycle, int intervalS, double airC) {
        EnergyModel energy = new EnergyModel(model);
        Load load = Load.testUnconditioned(airC);
        double joules = 0;
        for (int from = 0; from < cycle.seconds(); from += intervalS) {
            int to = Math.min(cycle.seconds(), from + intervalS);
            joules += (to - from) * energy.batteryWatts(load, conditions(cycle, from, to, airC), 0.5, airC);
        }
        return joules / 36_000 / cycle.kilometres();
    }

    /** What the fleet would be told of a part of the cycle. */
    static Conditions conditions(DriveCycle cycle, int from, int to, double airC) {
        double metres = cycle.metres(from, to);
        double speed = metres / (to - from);
        double stops = metres > 0 ? stopsPerKm(speed, cycle.risesPerKg(from, to) / metres) : 0;
        return new Conditions(speed, stops, 0, 0, 0, airC, 0, false);
    }

    /**
     * How many stops leave the same mean speed and take as much speeding up as the seconds do: a slowing down counts as
     * the part of a stop that it is by its kinetic energy.
     */
    static double stopsPerKm(double meanMps, double risesPerKgM) {
        double low = 0;
        double high = MOST_STOPS_PER_KM;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (Conditions.speedingUpPerKgM(meanMps, middle) < risesPerKgM) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
