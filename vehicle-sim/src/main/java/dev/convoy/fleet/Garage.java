package dev.convoy.fleet;

import dev.convoy.vehicle.VehicleModel;
import dev.convoy.world.Air;
import dev.convoy.world.Drifts;
import dev.convoy.world.VehicleDrift;
import java.util.List;

/**
 * Which car a driver sets out in, and how old its battery then is. Where drift changes how frequent models are, a car
 * that has become rarer is exchanged as often as that needs, for one drawn by the new frequencies; so a driver changes
 * cars only where the fleet as a whole does.
 */
final class Garage {
    private final Traits usual;
    private final List<VehicleModel> roster;
    private final Drifts drifts;
    private final VehicleDrift drift;
    private final double keeps;
    private final double chooses;

    Garage(long seed, Traits usual, List<VehicleModel> roster, Drifts drifts, VehicleDrift drift) {
        this.usual = usual;
        this.roster = roster;
        this.drifts = drifts;
        this.drift = drift;
        Chance chance = Chance.named(seed, "vehicle/" + usual.id() + "/garage");
        this.keeps = chance.between(0, 1);
        this.chooses = chance.between(0, 1);
    }

    /** The vehicle as it sets out at an instant. */
    Traits at(long timeMs) {
        if (drifts.isEmpty()) {
            return usual;
        }
        double capacity = drift.capacityFactor(timeMs);
        VehicleModel model = model(timeMs);
        return capacity == 1 && model.equals(usual.model()) ? usual : usual.with(model, usual.health() * capacity);
    }

    /** The car for a driver who sets out now, in the old one's place. */
    Car carFor(long timeMs, Car old, double restTarget, Air air) {
        Traits next = at(timeMs);
        if (!next.model().equals(old.traits().model())) {
            return old.exchangedFor(next, restTarget, Car.usualConsumption(next, air.temperatureC()));
        }
        return next.health() == old.traits().health()
                ? old
                : old.exchangedFor(next, old.battery().stateOfCharge(), old.kwhPer100Km());
    }

    private VehicleModel model(long timeMs) {
        double sum = 0;
        double most = 0;
        for (VehicleModel model : roster) {
            double frequency = drifts.frequency(model.usableKwh(), timeMs);
            sum += frequency;
            most = Math.max(most, frequency);
        }
        if (keeps < drifts.frequency(usual.model().usableKwh(), timeMs) / most) {
            return usual.model();
        }
        double left = chooses * sum;
        for (VehicleModel model : roster) {
            left -= drifts.frequency(model.usableKwh(), timeMs);
            if (left < 0) {
                return model;
            }
        }
        return roster.get(roster.size() - 1);
    }
}
