package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.world.Corridor;
import dev.convoy.world.WorldConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks behind the telemetry: the batteries of the vehicles, followed minute by minute, against what they reported. */
class FleetTruthTest {
    private static final Corridor CORRIDOR = new Corridor(WorldConfig.standard());

    /** A vehicle's battery at one tick. */
    private record Moment(
            long timeMs, double km, double charge, double drawnKwh, double chargedKwh, double usableKwh) {}

    @ParameterizedTest
    @ValueSource(longs = {2, 7})
    void theChargeChangesByWhatIsDrawnAndCharged(long seed) {
        for (List<Moment> life : follow(seed, 48, new ArrayList<>()).values()) {
            for (int i = 1; i < life.size(); i++) {
                Moment before = life.get(i - 1);
                Moment now = life.get(i);
                assertTrue(now.charge() >= 0 && now.charge() <= 1);
                double kwh = now.chargedKwh() - before.chargedKwh() - (now.drawnKwh() - before.drawnKwh());
                double expected = before.charge() + kwh / ((before.usableKwh() + now.usableKwh()) / 2);
                assertEquals(expected, now.charge(), 2e-4, "seed " + seed + " at " + now);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 7})
    void theLabelsAreThoseAnObserverOfTheBatteriesComputes(long seed) {
        List<SimulatedRun.Sent> sent = new ArrayList<>();
        Map<String, List<Moment>> lives = follow(seed, 48, sent);
        Map<String, Telemetry> lastOfLeg = new HashMap<>();
        int compared = 0;
        for (SimulatedRun.Sent one : sent) {
            String leg = one.message().vehicle() + "/" + one.message().leg();
            if (one.message() instanceof Telemetry record && record.leg() > 0) {
                lastOfLeg.put(leg, record);
            } else if (one.message() instanceof Outcome outcome && lastOfLeg.containsKey(leg)) {
                Telemetry last = lastOfLeg.remove(leg);
                compared += agrees(outcome, last, lives.get(outcome.vehicle()), seed) ? 1 : 0;
            }
        }

        assertTrue(compared > 600, "labels compared: " + compared);
    }

    /** Whether there was something to compare; fails where the label is wrong. */
    private static boolean agrees(Outcome outcome, Telemetry last, List<Moment> life, long seed) {
        if (outcome.label().isEmpty()) {
            return false;
        }
        // a metre before a station the position is rounded to the station's own
        int stop = CORRIDOR.stopAfter(last.values().get(VehicleField.POSITION_KM.ordinal()) - 0.001);
        double stationKm = CORRIDOR.stopKm(stop);
        Moment atStation = life.stream()
                .filter(m -> m.timeMs() >= last.timeMs() && m.km() >= stationKm)
                .findFirst()
                .orElseThrow();
        double used = 0;
        Moment before = life.get(life.indexOf(atStation) - 1);
        double chargeAtStation = before.charge();
        for (Moment now : life.subList(life.indexOf(atStation), life.size())) {
            if (now.timeMs() > outcome.timeMs()) {
                break;
            }
            used += (now.drawnKwh() - before.drawnKwh()) / now.usableKwh();
            before = now;
        }
        double left = chargeAtStation - used;
        // the observer sees the stops to the minute only: a minute of driving is about half a point of charge
        if (Math.abs(left - 0.1) > 0.012 && before.charge() > 0) {
            assertEquals(OptionalInt.of(left < 0.1 ? 1 : 0), outcome.label(), "seed " + seed + ": " + outcome);
        }
        return true;
    }

    private static Map<String, List<Moment>> follow(long seed, int hours, List<SimulatedRun.Sent> sent) {
        Map<String, Vehicle> vehicles = new HashMap<>();
        Map<String, List<Moment>> lives = new HashMap<>();
        SimulatedRun run = new SimulatedRun(SimulatedRun.standardPlan(seed, hours), one -> {
            sent.add(one);
            if (one.message() instanceof Telemetry record) {
                lives.computeIfAbsent(record.vehicle(), key -> new ArrayList<>())
                        .add(moment(one.timeMs(), vehicles.get(record.vehicle())));
            }
        });
        run.fleet().vehicles().forEach(vehicle -> vehicles.put(vehicle.traits().id(), vehicle));
        run.runToEnd();
        return lives;
    }

    private static Moment moment(long nowMs, Vehicle vehicle) {
        return new Moment(
                nowMs,
                vehicle.positionKm(),
                vehicle.battery().stateOfCharge(),
                vehicle.battery().drawnKwh(),
                vehicle.battery().chargedKwh(),
                vehicle.battery().usableKwh());
    }
}
