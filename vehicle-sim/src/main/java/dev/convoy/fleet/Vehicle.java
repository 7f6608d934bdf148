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
import java.util.OptionalLong;

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
    private final Garage garage;
    private final Journey journey;
    private final Legs legs;
    private final Whereabouts at;
    private final Driving driving;
    private final Display display;
    private final ChargingStop stop;

    private Car car;
    private long setOutMs;
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
        this.garage = new Garage(seed, usual, roster, world.drifts(), drift);
        Traits traits = garage.at(0);
        double airC = world.weather().at(corridor.lengthKm() / 2, 0).temperatureC();
        double consumption = Car.usualConsumption(traits, airC);
        double drainPerKm = consumption / 100 / traits.model().usableKwh();
        Start start = Start.drawn(seed, traits.id(), corridor, drainPerKm).as(traits.fixed(), corridor);
        this.car = new Car(traits, seed, start.charge(), airC, consumption * start.consumptionFactor());
        this.journey = new Journey(seeds, traits, config, corridor.sectionKm());
        this.legs = new Legs(traits.id());
        this.at = new Whereabouts(world, start.positionKm());
        this.driving = new Driving(world, drift, at);
        this.display = new Display(world, drift, config.reserve(), at);
        this.stop = new ChargingStop(world, chargers, traits.id(), at);
        this.activity = start.resting() ? Activity.RESTING : Activity.DRIVING;
        this.untilMs = start.restMs();
        if (!start.resting()) {
            depart();
        }
    }

    Traits traits() {
        return car.traits();
    }

    Battery battery() {
        return car.battery();
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
        double auxiliaryKw = activity == Activity.DRIVING ? driving.auxiliaryKw(car, journey) : 0;
        return display.measure(car, activity, auxiliaryKw);
    }

    private void drive(long limitMs) {
        Air air = at.air();
        Driving.Step step = driving.step(car, journey, nextMarkKm(), limitMs);
        Car.Driven driven = step.driven();
        legs.used(driven.kwh(), driven.charge());
        pass(driven.ms(), air, step.speedMps());
        if (driven.stranded()) {
            strand();
        } else if (step.reached()) {
            reachMark();
        }
    }

    /** The next place at which something is due: a decision point, a stop or the trip's exit. */
    private double nextMarkKm() {
        double mark = legs.undecided() ? at.decisionKm() : corridor.stopKm(at.nextStop());
        return exitKm() > at.km() ? Math.min(mark, exitKm()) : mark;
    }

    private double exitKm() {
        return at.sectionStartKm() + journey.trip().exitKm();
    }

    private void reachMark() {
        if (at.km() == exitKm()) {
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
        legs.arrive(here, openAfter(here), at.nowMs(), battery().stateOfCharge(), display.reserve());
        if (!corridor.isStation(here)) {
            beginRest();
            return;
        }
        at.passStop();
        journey.nextStretch();
        double need = need();
        if (!stop.open()) {
            goOnUncharged();
        } else if (!journey.habit().charges(display.charge(car), need)) {
            depart();
        } else {
            findCharger(need);
        }
    }

    /** Who must charge waits where all chargers are taken; who stopped for a coffee goes on. */
    private void findCharger(double need) {
        OptionalLong from = stop.find();
        if (from.isPresent()) {
            plugIn(from.getAsLong());
        } else if (journey.habit().mustCharge(display.charge(car), need)) {
            stop.queue();
            activity = Activity.WAITING;
        } else {
            depart();
        }
    }

    private void waitForTurn(long limitMs) {
        if (!stop.open()) {
            stop.giveUp();
            goOnUncharged();
            return;
        }
        OptionalLong from = stop.turn();
        if (from.isPresent()) {
            plugIn(from.getAsLong());
        } else {
            pass(limitMs, at.air(), 0);
        }
    }

    private void plugIn(long fromMs) {
        activity = Activity.CHARGING;
        stop.plugIn(fromMs, journey.habit(), need());
    }

    private void charge(long limitMs) {
        Air air = at.air();
        pass(stop.charge(battery(), limitMs), air, 0);
        if (stop.done(battery())) {
            stop.unplug();
            depart();
        }
    }

    /** There is nothing to be had here: it drives on if the display says that it can, else a truck must come. */
    private void goOnUncharged() {
        if (display.charge(car) > need()) {
            depart();
        } else {
            strand();
        }
    }

    /** The part of full charge that the way to the next open stop takes, as the car estimates it. */
    private double need() {
        return display.need(car, openAfter(at.nextStop() - 1));
    }

    private int openAfter(int stop) {
        return world.stations().openAfter(stop, at.nowMs());
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
        untilMs = at.nowMs() + journey.trip().restMs();
    }

    private void beTowed(long limitMs) {
        pass(Math.min(limitMs, untilMs - at.nowMs()), at.air(), 0);
        if (at.nowMs() >= untilMs) {
            at.moveTo(corridor.stopKm(at.nextStop()));
            arrive();
        }
    }

    private void rest(long limitMs) {
        battery().charge(Charger.wall(), journey.trip().restTarget(), limitMs);
        pass(limitMs, at.air(), 0);
        double least = Math.min(journey.trip().restTarget(), journey.habit().leastFor(car.need(corridor.stopKm(0))));
        if (at.nowMs() >= untilMs && battery().stateOfCharge() >= least) {
            at.moveToNextSection();
            setOut();
        }
    }

    private void setOut() {
        setOutMs = at.nowMs();
        car = garage.carFor(setOutMs, car, journey.trip().restTarget(), at.air());
        journey.nextTrip();
        depart();
    }

    private void pass(long ms, Air air, double speedMps) {
        car.pass(ms, air, activity == Activity.DRIVING || activity == Activity.CHARGING, speedMps);
        at.pass(ms);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(setOutMs);
        out.writeByte(activity.ordinal());
        out.writeLong(untilMs);
        at.write(out);
        journey.write(out);
        car.write(out);
        legs.write(out);
        stop.write(out);
    }

    void read(DataInput in) throws IOException {
        setOutMs = in.readLong();
        activity = Activity.values()[in.readByte()];
        untilMs = in.readLong();
        at.read(in);
        journey.read(in);
        car = car.exchangedFor(garage.at(setOutMs), 0, 0);
        car.read(in);
        legs.read(in);
        stop.read(in);
    }
}
