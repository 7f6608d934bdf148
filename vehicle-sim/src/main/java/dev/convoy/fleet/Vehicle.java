package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Phase;
import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Charger;
import dev.convoy.vehicle.Conditions;
import dev.convoy.vehicle.Load;
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
 * One vehicle on its endless round: it drives to the end of the road, charges at stations where its driver thinks it
 * must, rests, and sets out again from the start (how it gets back there is not part of the world).
 */
final class Vehicle {
    private static final long LONGEST_STEP_MS = 60_000;
    private static final long TOW_MS = 30 * 60_000;
    private static final double STOPS_PER_KM = 0.05;
    private static final double STOPS_PER_KM_FULL_ROAD = 0.9;
    private static final double M_PER_S_IN_KM_PER_MS = 1e-6;

    private final World world;
    private final Corridor corridor;
    private final FleetConfig config;
    private final VehicleDrift drift;
    private final Garage garage;
    private final Journey journey;
    private final Legs legs;

    private Car car;
    private long setOutMs;
    private long nowMs;
    private Activity activity;
    private long untilMs;
    private double positionKm;
    private int nextStop;
    private double chargeTarget;

    Vehicle(World world, FleetConfig config, long seed, long legSeed, Traits usual, List<VehicleModel> roster) {
        this.world = world;
        this.corridor = world.corridor();
        this.config = config;
        this.drift = world.drifts().of(seed, usual.id());
        this.garage = new Garage(seed, usual, roster, world.drifts(), drift);
        Traits traits = garage.at(0);
        double airC = world.weather().at(corridor.lengthKm() / 2, 0).temperatureC();
        double consumption = Car.usualConsumption(traits, airC);
        double drainPerKm = consumption / 100 / traits.model().usableKwh();
        Start start = Start.drawn(seed, traits.id(), corridor, drainPerKm);
        this.car = new Car(traits, seed, start.charge(), airC, consumption * start.consumptionFactor());
        this.journey = new Journey(seed, legSeed, traits, config, corridor.lengthKm());
        this.legs = new Legs(traits.id());
        this.activity = start.resting() ? Activity.RESTING : Activity.DRIVING;
        this.untilMs = start.restMs();
        this.positionKm = start.positionKm();
        this.nextStop = corridor.stopAfter(positionKm);
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
        return positionKm;
    }

    Phase phase() {
        return switch (activity) {
            case DRIVING -> legs.ahead() > 0 ? Phase.TO_STATION : Phase.NO_STATION;
            case CHARGING -> Phase.CHARGING;
            case TOWED, RESTING -> Phase.PARKED;
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
        while (nowMs < toMs) {
            long limit = Math.min(toMs - nowMs, LONGEST_STEP_MS);
            switch (activity) {
                case DRIVING -> drive(limit);
                case CHARGING -> charge(limit);
                case TOWED -> beTowed(limit);
                case RESTING -> rest(limit);
            }
        }
        return legs.takeSettled();
    }

    /** What a record of now contains. */
    FieldValues measure() {
        Air air = world.weather().at(positionKm, nowMs);
        double auxiliaryKw = 0;
        if (activity == Activity.DRIVING) {
            auxiliaryKw = car.auxiliaryKw(load(), conditions(car.meanSpeedMps(), 0, 0, air));
        }
        double shareOfDay = world.calendar().shareOfDay(nowMs);
        return car.measure(positionKm, shownCharge(), auxiliaryKw, ahead(), shown(air), shareOfDay);
    }

    /** The air as the vehicle's own sensors have it. */
    private Air shown(Air air) {
        OptionalLong stuck = drift.thermometerStuckSince(positionKm, nowMs);
        if (stuck.isEmpty()) {
            return air;
        }
        double then =
                world.weather().at(corridor.lengthKm() / 2, stuck.getAsLong()).temperatureC();
        return new Air(then, air.headWindMps(), air.precipitationMmPerHour());
    }

    private double shownCharge() {
        return car.shownCharge(drift.shownChargeShift(positionKm, nowMs));
    }

    private double reserve() {
        return config.reserve() + drift.reserveShift(positionKm, nowMs);
    }

    private Load load() {
        Load load = journey.load();
        double rolling = drift.rollingFactor(positionKm, nowMs);
        return rolling == 1
                ? load
                : new Load(load.payloadKg(), load.tyreFactor() * rolling, load.roadFactor(), load.cabinC());
    }

    private Sensors.Ahead ahead() {
        if (activity == Activity.RESTING || !corridor.isStation(nextStop)) {
            return Sensors.Ahead.NOTHING;
        }
        double stationKm = corridor.stopKm(nextStop);
        double endKm = corridor.stopKm(nextStop + 1);
        return new Sensors.Ahead(
                stationKm - positionKm,
                endKm - stationKm,
                world.elevation().heightAt(endKm) - world.elevation().heightAt(positionKm),
                world.traffic().typicalOver(stationKm, endKm, nowMs),
                shownCharge() - car.need(endKm - positionKm) - reserve());
    }

    private void drive(long limitMs) {
        Air air = world.weather().at(positionKm, nowMs);
        double congestion = world.traffic().congestionAt(positionKm, nowMs);
        double limit = world.drifts().speedLimitKmh(positionKm, nowMs) / 3.6;
        double speed = Math.min(limit, journey.stretch().speedMps(congestion, air));
        double kmPerMs = speed * M_PER_S_IN_KM_PER_MS;
        double markKm = nextMarkKm();
        double endKm = positionKm + kmPerMs * limitMs;
        boolean reached = endKm >= markKm;
        long stepMs = limitMs;
        if (reached) {
            endKm = markKm;
            stepMs = Math.max(1, Math.min(limitMs, (long) Math.ceil((markKm - positionKm) / kmPerMs)));
        }
        double grade = world.elevation().gradeAt(positionKm, endKm);
        double stops = STOPS_PER_KM + STOPS_PER_KM_FULL_ROAD * congestion;
        double factor = drift.consumptionFactor(positionKm, nowMs);
        Car.Driven driven = car.drive(load(), conditions(speed, stops, grade, air), factor, endKm - positionKm, stepMs);
        legs.used(driven.kwh(), driven.charge());
        positionKm = driven.stranded() ? positionKm + driven.part() * (endKm - positionKm) : endKm;
        pass(driven.ms(), air, speed);
        if (driven.stranded()) {
            strand();
        } else if (reached) {
            reachMark();
        }
    }

    private Conditions conditions(double speedMps, double stopsPerKm, double grade, Air air) {
        return new Conditions(
                speedMps,
                stopsPerKm,
                grade,
                world.elevation().heightAt(positionKm),
                air.headWindMps() + journey.stretch().windMps(),
                air.temperatureC(),
                air.precipitationMmPerHour(),
                world.calendar().dark(nowMs));
    }

    /** The next place at which something is due: a decision point, a stop or the trip's exit. */
    private double nextMarkKm() {
        double stopKm = corridor.stopKm(nextStop);
        double mark = legs.undecided() ? stopKm - Corridor.DECISION_KM : stopKm;
        double exitKm = journey.trip().exitKm();
        return exitKm > positionKm ? Math.min(mark, exitKm) : mark;
    }

    private void reachMark() {
        if (positionKm == journey.trip().exitKm()) {
            legs.leave(nowMs);
            beginRest();
        } else if (positionKm >= corridor.stopKm(nextStop)) {
            arrive();
        } else {
            legs.decide(nowMs);
        }
    }

    private void arrive() {
        int labelledAt = world.stations().openAfter(nextStop, nowMs);
        legs.arrive(nextStop, labelledAt, nowMs, battery().stateOfCharge(), reserve());
        if (!corridor.isStation(nextStop)) {
            beginRest();
            return;
        }
        double need = car.need(corridor.stopKm(labelledAt) - positionKm);
        boolean open = world.stations().isOpen(nextStop, nowMs);
        nextStop++;
        journey.nextStretch();
        if (open && journey.habit().charges(shownCharge(), need)) {
            activity = Activity.CHARGING;
            untilMs = nowMs + journey.habit().overheadMs();
            chargeTarget = journey.habit().target(need);
        } else if (open || shownCharge() > need) {
            depart();
        } else {
            strand();
        }
    }

    /** No charge, and none to be had here: a truck takes it to the next stop. */
    private void strand() {
        legs.strand(nowMs);
        activity = Activity.TOWED;
        untilMs = nowMs + TOW_MS;
    }

    private void depart() {
        activity = Activity.DRIVING;
        if (corridor.isStation(nextStop)) {
            legs.open();
        }
    }

    private void beginRest() {
        activity = Activity.RESTING;
        untilMs = nowMs + journey.trip().restMs();
    }

    private void charge(long limitMs) {
        Air air = world.weather().at(positionKm, nowMs);
        if (nowMs < untilMs) {
            pass(Math.min(limitMs, untilMs - nowMs), air, 0);
            return;
        }
        Charger charger = Charger.fast(corridor.stations().get(nextStop - 1).powerKw());
        pass(battery().charge(charger, chargeTarget, limitMs), air, 0);
        if (battery().stateOfCharge() >= chargeTarget) {
            depart();
        }
    }

    private void beTowed(long limitMs) {
        pass(Math.min(limitMs, untilMs - nowMs), world.weather().at(positionKm, nowMs), 0);
        if (nowMs >= untilMs) {
            positionKm = corridor.stopKm(nextStop);
            arrive();
        }
    }

    private void rest(long limitMs) {
        battery().charge(Charger.wall(), journey.trip().restTarget(), limitMs);
        pass(limitMs, world.weather().at(positionKm, nowMs), 0);
        double least = Math.min(journey.trip().restTarget(), journey.habit().leastFor(car.need(corridor.stopKm(0))));
        if (nowMs >= untilMs && battery().stateOfCharge() >= least) {
            positionKm = 0;
            nextStop = 0;
            setOut();
        }
    }

    private void setOut() {
        setOutMs = nowMs;
        Traits next = garage.at(nowMs);
        if (!next.model().equals(traits().model())) {
            double airC = world.weather().at(0, nowMs).temperatureC();
            car = car.exchangedFor(next, journey.trip().restTarget(), Car.usualConsumption(next, airC));
        } else if (next.health() != traits().health()) {
            car = car.exchangedFor(next, battery().stateOfCharge(), car.kwhPer100Km());
        }
        journey.nextTrip();
        depart();
    }

    private void pass(long ms, Air air, double speedMps) {
        car.pass(ms, air, activity == Activity.DRIVING || activity == Activity.CHARGING, speedMps);
        nowMs += ms;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(setOutMs);
        out.writeLong(nowMs);
        out.writeByte(activity.ordinal());
        out.writeLong(untilMs);
        out.writeDouble(positionKm);
        out.writeInt(nextStop);
        out.writeDouble(chargeTarget);
        journey.write(out);
        car.write(out);
        legs.write(out);
    }

    void read(DataInput in) throws IOException {
        setOutMs = in.readLong();
        nowMs = in.readLong();
        activity = Activity.values()[in.readByte()];
        untilMs = in.readLong();
        positionKm = in.readDouble();
        nextStop = in.readInt();
        chargeTarget = in.readDouble();
        journey.read(in);
        car = car.exchangedFor(garage.at(setOutMs), 0, 0);
        car.read(in);
        legs.read(in);
    }
}
