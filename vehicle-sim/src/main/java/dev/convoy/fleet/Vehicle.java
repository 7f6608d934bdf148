package dev.convoy.fleet;

import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Phase;
import dev.convoy.vehicle.Battery;
import dev.convoy.vehicle.Charger;
import dev.convoy.vehicle.Conditions;
import dev.convoy.world.Air;
import dev.convoy.world.Corridor;
import dev.convoy.world.World;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

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
    private final Traits traits;
    private final Car car;
    private final Journey journey;
    private final Legs legs;

    private long nowMs;
    private Activity activity;
    private long untilMs;
    private double positionKm;
    private int nextStop;
    private double chargeTarget;

    Vehicle(World world, FleetConfig config, long seed, Traits traits) {
        this.world = world;
        this.corridor = world.corridor();
        this.config = config;
        this.traits = traits;
        double airC = world.weather().at(corridor.lengthKm() / 2, 0).temperatureC();
        double usual = Car.usualConsumption(traits, airC);
        double drainPerKm = usual / 100 / traits.model().usableKwh();
        Start start = Start.drawn(seed, traits.id(), corridor, drainPerKm);
        this.car = new Car(traits, seed, start.charge(), airC, usual * start.consumptionFactor());
        this.journey = new Journey(seed, traits, config, corridor.lengthKm());
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
        return traits;
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
            auxiliaryKw = car.auxiliaryKw(journey.load(), conditions(car.meanSpeedMps(), 0, 0, air));
        }
        return car.measure(
                positionKm, auxiliaryKw, ahead(), air, world.calendar().hourOfDay(nowMs));
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
                car.shownCharge() - car.need(endKm - positionKm) - config.reserve());
    }

    private void drive(long limitMs) {
        Air air = world.weather().at(positionKm, nowMs);
        double congestion = world.traffic().congestionAt(positionKm, nowMs);
        double speed = journey.stretch().speedMps(congestion, air);
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
        Car.Driven driven = car.drive(journey.load(), conditions(speed, stops, grade, air), endKm - positionKm, stepMs);
        legs.used(driven.kwh(), driven.charge());
        positionKm = driven.stranded() ? positionKm + driven.part() * (endKm - positionKm) : endKm;
        pass(driven.ms(), air, speed);
        if (driven.stranded()) {
            legs.strand(nowMs);
            activity = Activity.TOWED;
            untilMs = nowMs + TOW_MS;
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
        legs.arrive(nowMs, battery().stateOfCharge(), config.reserve());
        if (!corridor.isStation(nextStop)) {
            beginRest();
            return;
        }
        double need = car.need(corridor.legAfterKm(nextStop));
        nextStop++;
        journey.nextStretch();
        if (journey.habit().charges(car.shownCharge(), need)) {
            activity = Activity.CHARGING;
            untilMs = nowMs + journey.habit().overheadMs();
            chargeTarget = journey.habit().target(need);
        } else {
            depart();
        }
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
            journey.nextTrip();
            depart();
        }
    }

    private void pass(long ms, Air air, double speedMps) {
        car.pass(ms, air, activity == Activity.DRIVING || activity == Activity.CHARGING, speedMps);
        nowMs += ms;
    }

    void write(DataOutput out) throws IOException {
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
        nowMs = in.readLong();
        activity = Activity.values()[in.readByte()];
        untilMs = in.readLong();
        positionKm = in.readDouble();
        nextStop = in.readInt();
        chargeTarget = in.readDouble();
        journey.read(in);
        car.read(in);
        legs.read(in);
    }
}
