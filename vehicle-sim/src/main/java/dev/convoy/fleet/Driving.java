package dev.convoy.fleet;

import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.Load;
import dev.convoy.world.Air;
import dev.convoy.world.VehicleDrift;
import dev.convoy.world.World;

/** A vehicle on the move: how fast the road lets it go, and what that takes. */
final class Driving {
    private static final double STOPS_PER_KM = 0.05;
    private static final double STOPS_PER_KM_FULL_ROAD = 0.9;
    private static final double KM_PER_MS_PER_MPS = 1e-6;
    private static final double KMH_PER_MPS = 3.6;

    private final World world;
    private final VehicleDrift drift;
    private final Whereabouts at;

    Driving(World world, VehicleDrift drift, Whereabouts at) {
        this.world = world;
        this.drift = drift;
        this.at = at;
    }

    /**
     * A step that was made.
     *
     * @param reached whether it ended at the mark
     */
    record Step(Car.Driven driven, double speedMps, boolean reached) {}

    /** Drives on, as far as the next mark at most; the time that took has yet to pass. */
    Step step(Ride ride, Legs legs, long limitMs) {
        Journey journey = ride.journey();
        double markKm = nextMarkKm(journey, legs);
        double fromKm = at.km();
        Air air = at.air();
        double congestion = world.traffic().congestionAt(fromKm, at.nowMs());
        double limitMps = world.drifts().speedLimitKmh(fromKm, at.nowMs()) / KMH_PER_MPS;
        double speed = Math.min(limitMps, journey.stretch().speedMps(congestion, air));
        double kmPerMs = speed * KM_PER_MS_PER_MPS;
        double toKm = fromKm + kmPerMs * limitMs;
        boolean reached = toKm >= markKm;
        long ms = limitMs;
        if (reached) {
            toKm = markKm;
            ms = Math.max(1, Math.min(limitMs, (long) Math.ceil((markKm - fromKm) / kmPerMs)));
        }
        double grade = world.elevation().gradeAt(fromKm, toKm);
        double stops = STOPS_PER_KM + STOPS_PER_KM_FULL_ROAD * congestion;
        double factor = drift.consumptionFactor(fromKm, at.nowMs());
        Car.Driven driven = ride.car()
                .drive(
                        load(journey),
                        conditions(journey.stretch(), speed, stops, grade, air),
                        factor,
                        toKm - fromKm,
                        ms);
        at.moveTo(driven.stranded() ? fromKm + driven.part() * (toKm - fromKm) : toKm);
        return new Step(driven, speed, reached);
    }

    /** Heating, cooling and auxiliary power now. */
    double auxiliaryKw(Ride ride) {
        Car car = ride.car();
        Journey journey = ride.journey();
        return car.auxiliaryKw(load(journey), conditions(journey.stretch(), car.meanSpeedMps(), 0, 0, at.air()));
    }

    /** Where the trip leaves the road; infinite if it goes to the end. */
    double exitKm(Journey journey) {
        return at.sectionStartKm() + journey.trip().exitKm();
    }

    /** The next place at which something is due: a decision point, a stop or the trip's exit. */
    private double nextMarkKm(Journey journey, Legs legs) {
        double mark = legs.undecided() ? at.decisionKm() : world.corridor().stopKm(at.nextStop());
        double exit = exitKm(journey);
        return exit > at.km() ? Math.min(mark, exit) : mark;
    }

    private Load load(Journey journey) {
        Load load = journey.load();
        double rolling = drift.rollingFactor(at.km(), at.nowMs());
        return rolling == 1
                ? load
                : new Load(load.payloadKg(), load.tyreFactor() * rolling, load.roadFactor(), load.cabinC());
    }

    private Conditions conditions(Stretch stretch, double speedMps, double stopsPerKm, double grade, Air air) {
        return new Conditions(
                speedMps,
                stopsPerKm,
                grade,
                world.elevation().heightAt(at.km()),
                air.headWindMps() + stretch.windMps(),
                air.temperatureC(),
                air.precipitationMmPerHour(),
                world.calendar().dark(at.nowMs()));
    }
}
