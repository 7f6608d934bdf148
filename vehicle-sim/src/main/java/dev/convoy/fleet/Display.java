package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.world.Air;
import dev.convoy.world.Corridor;
import dev.convoy.world.VehicleDrift;
import dev.convoy.world.World;
import java.util.OptionalLong;

/** What a vehicle shows its driver and tells the edge: not the truth, but what its sensors and its map make of it. */
final class Display {
    private final World world;
    private final VehicleDrift drift;
    private final double reserve;
    private final Whereabouts at;

    /** @param reserve below which a vehicle must not arrive, as long as drift does not change it */
    Display(World world, VehicleDrift drift, double reserve, Whereabouts at) {
        this.world = world;
        this.drift = drift;
        this.reserve = reserve;
        this.at = at;
    }

    double charge(Car car) {
        return car.shownCharge(drift.shownChargeShift(at.km(), at.nowMs()));
    }

    /** The reserve it keeps now. */
    double reserve() {
        return reserve + drift.reserveShift(at.km(), at.nowMs());
    }

    /** The part of full charge that the way to a stop takes, as the car estimates it. */
    double need(Car car, int stop) {
        return car.need(world.corridor().stopKm(stop) - at.km());
    }

    /** What a record of now contains. */
    FieldValues measure(Car car, Activity activity, double auxiliaryKw) {
        double shown = charge(car);
        Sensors.Ahead ahead =
                activity == Activity.RESTING || !at.stationAhead() ? Sensors.Ahead.NOTHING : ahead(car, shown);
        return car.measure(
                at.km(), shown, auxiliaryKw, ahead, shownAir(), world.calendar().shareOfDay(at.nowMs()));
    }

    private Sensors.Ahead ahead(Car car, double shownCharge) {
        Corridor corridor = world.corridor();
        double stationKm = corridor.stopKm(at.nextStop());
        double endKm = corridor.stopKm(at.nextStop() + 1);
        return new Sensors.Ahead(
                stationKm - at.km(),
                endKm - stationKm,
                world.elevation().heightAt(endKm) - world.elevation().heightAt(at.km()),
                world.traffic().typicalOver(stationKm, endKm, at.nowMs()),
                shownCharge - car.need(endKm - at.km()) - reserve());
    }

    /** The air as the vehicle's own sensors have it. */
    private Air shownAir() {
        OptionalLong stuck = drift.thermometerStuckSince(at.km(), at.nowMs());
        if (stuck.isEmpty()) {
            return at.air();
        }
        double middleKm = world.corridor().lengthKm() / 2;
        double then = world.weather().at(middleKm, stuck.getAsLong()).temperatureC();
        return new Air(then, at.air().headWindMps(), at.air().precipitationMmPerHour());
    }
}
