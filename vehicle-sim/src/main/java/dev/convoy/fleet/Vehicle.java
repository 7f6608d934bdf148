package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Phase;
import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Charger;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.world.Air;
import dev.convoy.world.Corridor;
import dev.convoy.world.VehicleDrift;
import dev.convoy.world.World;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * One vehicle on its endless round: it drives to the end of its section of the road, charges at stations where its driver
 * thinks it must, rests, and sets out again on the next section, from the last one on the first (how it gets back there is
 * not part of the world).
 */
final class Vehicle {
    private static final long LONGEST_STEP_MS = 60_000;
    private static final long TOW_MS = 30 * 60_000;

    private final World world;
    private final Corridor corridor;
    private final Ride ride;
    private final Legs legs;
    private final Whereabouts at;
    private final Driving driving;
    private final Display display;
    private final ChargingStop stop;

    private Activity activity;
    private long untilMs;

    /** @param chargers of each station of the road; all vehicles share them */
    Vehicle(
            World world,
            FleetConfig config,
            Seeds seeds,
            Traits usual,
            List<VehicleModel> roster,
            List<Chargers> chargers) {
        this.world = world;
        this.corridor = world.corridor();
        long seed = seeds.world();
        VehicleDrift drift = world.drifts().of(seed, usual.id());
        Garage garage = new Garage(seed, usual, roster, world.drifts(), drift);
        Traits traits = garage.at(0);
        double airC = world.weather().at(corridor.lengthKm() / 2, 0).temperatureC();
        double consumption = Car.usualConsumption(traits, airC);
        double drainPerKm = consumption / 100 / traits.model().usableKwh();
        Start start = Start.drawn(seed, traits.id(), corridor, drainPerKm).as(traits.fixed(), corridor);
        Car car = new Car(traits, seed, start.charge(), airC, consumption * start.consumptionFactor());
        this.ride = new Ride(garage, car, new Journey(seeds, traits, config, corridor.sectionKm()));
        this.legs = new Legs(traits.id());
        this.at = new Whereabouts(world, start.positionKm());
        this.driving = new Driving(world, drift, at);
        this.display = new Display(world, drift, config.reserve(), at);
        this.stop = new ChargingStop(world, chargers, traits.id(), at, display);
        this.activity = start.resting() ? Activity.RESTING : Activity.DRIVING;
        this.untilMs = start.restMs();
        if (!start.resting()) {
            depart();
        }
    }

    Traits traits() {
        return ride.car().traits();
    }

    Battery battery() {
        return ride.car().battery();
    }

    Activity activity() {
        return activity;
    }

    double positionKm() {
        return at.km();
    }

    Phase phase() {
        return switch (activity) {
            case DRIVING -> legs.ahead() > 0 ? Phase.TO_STATION : Phase.NO_STATION;
            case CHARGING -> Phase.CHARGING;
            case WAITING, TOWED, RESTING -> Phase.PARKED;
        };
    }

    /** The decision a record of now belongs to, or 0. */
    long leg() {
        return activity == Activity.DRIVING ? legs.ahead() : 0;
    }

    /** The record of now was sent to the node of this zone. */
    void heardIn(int zone) {
        legs.heardIn(zone);
    }

    /** Lives on up to this instant; returns the outcomes that became known. */
    List<Settled> advance(long toMs) {
        while (at.nowMs() < toMs) {
            long limit = Math.min(toMs - at.nowMs(), LONGEST_STEP_MS);
            switch (activity) {
                case DRIVING -> drive(limit);
                case WAITING -> waitForTurn(limit);
                case CHARGING -> charge(limit);
                case TOWED -> beTowed(limit);
                case RESTING -> rest(limit);
            }
        }
        return legs.takeSettled();
    }

    /** What a record of now contains. */
    FieldValues measure() {
        double auxiliaryKw = activity == Activity.DRIVING ? driving.auxiliaryKw(ride) : 0;
        return display.measure(ride.car(), activity, auxiliaryKw);
    }

    private void drive(long limitMs) {
        Air air = at.air();
        Driving.Step step = driving.step(ride, legs, limitMs);
        Car.Driven driven = step.driven();
        legs.used(driven.kwh(), driven.charge());
        pass(driven.ms(), air, step.speedMps());
        if (driven.stranded()) {
            strand();
        } else if (step.reached()) {
            reachMark();
        }
    }

    private void reachMark() {
        if (at.km() == driving.exitKm(ride.journey())) {
            legs.leave(at.nowMs());
            beginRest();
        } else if (at.km() >= corridor.stopKm(at.nextStop())) {
            arrive();
        } else {
            legs.decide(at.nowMs());
        }
    }

    private void arrive() {
        int here = at.nextStop();
        int labelledAt = world.stations().openAfter(here, at.nowMs());
        legs.arrive(here, labelledAt, at.nowMs(), battery().stateOfCharge(), display.reserve());
        if (!corridor.isStation(here)) {
            beginRest();
            return;
        }
        at.passStop();
        ride.journey().nextStretch();
        begin(stop.arrive(ride.car(), habit()));
    }

    private void waitForTurn(long limitMs) {
        Activity next = stop.turn(ride.car(), habit());
        if (next == Activity.WAITING) {
            pass(limitMs, at.air(), 0);
        } else {
            begin(next);
        }
    }

    private void charge(long limitMs) {
        Air air = at.air();
        pass(stop.charge(battery(), limitMs), air, 0);
        if (stop.done(battery())) {
            stop.unplug();
            depart();
        }
    }

    /** How the driver decides at the station behind it. */
    private Habit habit() {
        return ride.journey().habit();
    }

    private void begin(Activity next) {
        switch (next) {
            case DRIVING -> depart();
            case TOWED -> strand();
            case WAITING, CHARGING, RESTING -> activity = next;
        }
    }

    /** Without charge on the road or at a stop that has none: a truck takes it to the next stop. */
    private void strand() {
        legs.strand(at.nowMs());
        activity = Activity.TOWED;
        untilMs = at.nowMs() + TOW_MS;
    }

    private void depart() {
        activity = Activity.DRIVING;
        if (at.stationAhead()) {
            legs.open();
        }
    }

    private void beginRest() {
        activity = Activity.RESTING;
        untilMs = at.nowMs() + ride.journey().trip().restMs();
    }

    private void beTowed(long limitMs) {
        pass(Math.min(limitMs, untilMs - at.nowMs()), at.air(), 0);
        if (at.nowMs() >= untilMs) {
            at.moveTo(corridor.stopKm(at.nextStop()));
            arrive();
        }
    }

    private void rest(long limitMs) {
        battery().charge(Charger.wall(), ride.journey().trip().restTarget(), limitMs);
        pass(limitMs, at.air(), 0);
        double need = ride.car().need(corridor.stopKm(0));
        double least = Math.min(ride.journey().trip().restTarget(), habit().leastFor(need));
        if (at.nowMs() >= untilMs && battery().stateOfCharge() >= least) {
            at.moveToNextSection();
            ride.setOut(at.nowMs(), at.air());
            depart();
        }
    }

    private void pass(long ms, Air air, double speedMps) {
        ride.car().pass(ms, air, activity == Activity.DRIVING || activity == Activity.CHARGING, speedMps);
        at.pass(ms);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(activity.ordinal());
        out.writeLong(untilMs);
        at.write(out);
        ride.write(out);
        legs.write(out);
        stop.write(out);
    }

    void read(DataInput in) throws IOException {
        activity = Activity.values()[in.readByte()];
        untilMs = in.readLong();
        at.read(in);
        ride.read(in);
        legs.read(in);
        stop.read(in);
    }
}
