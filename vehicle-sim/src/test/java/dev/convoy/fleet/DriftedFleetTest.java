package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.vehicle.VehicleModel;
import dev.convoy.vehicle.VehicleModels;
import dev.convoy.world.Ageing;
import dev.convoy.world.ColdFront;
import dev.convoy.world.Corridor;
import dev.convoy.world.Drift;
import dev.convoy.world.FleetMix;
import dev.convoy.world.Incident;
import dev.convoy.world.Outage;
import dev.convoy.world.RoadWorks;
import dev.convoy.world.RushHour;
import dev.convoy.world.Season;
import dev.convoy.world.SensorBias;
import dev.convoy.world.SoftwareUpdate;
import dev.convoy.world.Tyres;
import dev.convoy.world.World;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of drift does to the stream of a whole fleet. */
class DriftedFleetTest {
    private static final long HOUR = 3_600_000;
    private static final Duration AT = Duration.ofHours(8);
    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofHours(30);

    static List<Drift> kinds() {
        return List.of(
                new ColdFront(AT, 12, Duration.ofHours(1), 60, 4, 1),
                new Season(AT, Duration.ofHours(6), 15, Optional.of(new NodeId(2))),
                new RushHour(AT, NO_TIME, Duration.ofHours(3), Optional.of(Duration.ofHours(6)), 0.4, Optional.empty()),
                new Incident(AT, Duration.ofHours(2), Optional.empty(), 100, 400, 0.5),
                new Outage(AT, LONG, Optional.empty(), 2),
                new Ageing(AT, NO_TIME, 0.1),
                new FleetMix(AT, NO_TIME, 65, 5),
                new Tyres(AT, NO_TIME, 1.1),
                new SoftwareUpdate(AT, NO_TIME, 0.04, 0.03),
                new RoadWorks(AT, LONG, Optional.empty(), 270, 460, 50),
                new SensorBias(AT, NO_TIME, 0.5, 0.03, true, Optional.of(new NodeId(3))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theStreamIsTheSameUntilTheOnsetAndAnotherAfterIt(Drift drift) {
        List<SimulatedRun.Sent> without = SimulatedRun.record(plan(5, 22, 20, List.of()));
        List<SimulatedRun.Sent> with = SimulatedRun.record(plan(5, 22, 20, List.of(drift)));

        assertEquals(before(without, AT.toMillis()), before(with, AT.toMillis()));
        assertNotEquals(without, with);
    }

    @Test
    void aFleetUnderAllDriftsIsRestoredFromItsSnapshot() {
        FleetPlan plan = plan(5, 40, 12, kinds());
        List<SimulatedRun.Sent> undisturbed = SimulatedRun.record(plan);

        List<SimulatedRun.Sent> disturbed = new ArrayList<>();
        SimulatedRun run = new SimulatedRun(plan, disturbed::add);
        RandomStream chance = RandomStream.named(5, "where to interrupt");
        while (run.hasNext()) {
            run.step();
            if (chance.nextInt(2_000) == 0) {
                run.replaceFleet();
            }
        }

        assertEquals(undisturbed, disturbed);
    }

    @Test
    void anOutageTurnsLabelsOfVehiclesThatMustNowDriveFurther() {
        Outage outage = new Outage(Duration.ZERO, Duration.ofDays(3), Optional.empty(), 2);
        Map<String, Outcome> usual = outcomes(plan(5, 14, 104, List.of()));
        Map<String, Outcome> out = outcomes(plan(5, 14, 104, List.of(outage)));
        int turned = 0;
        int compared = 0;
        for (Map.Entry<String, Outcome> entry : out.entrySet()) {
            Outcome before = usual.get(entry.getKey());
            // the first leg of a vehicle that begins before the first station is about the station before the closed
            // one
            if (before == null
                    || !entry.getKey().endsWith("/1")
                    || before.label().isEmpty()) {
                continue;
            }
            compared++;
            int label = entry.getValue().label().orElse(before.label().getAsInt());
            turned += label != before.label().getAsInt() ? 1 : 0;
            assertTrue(label >= before.label().getAsInt(), "a longer way cannot need less: " + entry.getKey());
        }

        assertTrue(turned >= 5, "turned " + turned + " of " + compared);
    }

    @Test
    void smallBatteriesBecomeAsFrequentAsTheFileSays() {
        FleetMix mix = new FleetMix(AT, NO_TIME, 65, 3);
        WorldConfig config = world(List.of(mix));
        World world = World.of(config, 3);
        List<VehicleModel> roster = Roster.of(VehicleModels.all(), new Corridor(config), 0.1);
        long small = roster.stream().filter(model -> model.usableKwh() < 65).count();
        double usual = (double) small / roster.size();
        int count = 2_000;
        int before = 0;
        int after = 0;
        for (int number = 1; number <= count; number++) {
            Traits traits = Traits.drawn(3, number, LocalMix.even(roster), 60_000);
            Garage garage =
                    new Garage(3, traits, roster, world.drifts(), world.drifts().of(3, traits.id()));
            before += garage.at(8 * HOUR - 1).model().usableKwh() < 65 ? 1 : 0;
            after += garage.at(8 * HOUR).model().usableKwh() < 65 ? 1 : 0;
        }

        assertEquals(usual, before / (double) count, 0.03);
        assertEquals(3 * usual / (1 + 2 * usual), after / (double) count, 0.03);
    }

    @Test
    void roadWorksSaveEnergyWhereTheyAre() {
        double usual = consumption(plan(5, 30, 104, List.of()));
        double slow = consumption(
                plan(5, 30, 104, List.of(new RoadWorks(NO_TIME, Duration.ofDays(3), Optional.empty(), 150, 270, 50))));

        assertTrue(slow < 0.9 * usual, usual + " to " + slow);
    }

    /** The mean over the legs from the first station to the second. */
    private static double consumption(FleetPlan plan) {
        return Decisions.of(plan).labelled().stream()
                .filter(d -> d.value(VehicleField.NEXT_LEG_KM) == 120)
                .mapToDouble(d -> d.outcome().energyKwh())
                .filter(kwh -> kwh > 0)
                .average()
                .orElseThrow();
    }

    private static Map<String, Outcome> outcomes(FleetPlan plan) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Double> firstKm = new LinkedHashMap<>();
        for (SimulatedRun.Sent sent : SimulatedRun.record(plan)) {
            if (sent.message() instanceof Outcome outcome) {
                outcomes.put(outcome.vehicle() + "/" + outcome.leg(), outcome);
            } else if (sent.message() instanceof Telemetry record) {
                firstKm.putIfAbsent(record.vehicle(), record.values().get(VehicleField.POSITION_KM.ordinal()));
            }
        }
        outcomes.keySet().removeIf(leg -> firstKm.get(leg.substring(0, leg.indexOf('/'))) >= 150);
        return outcomes;
    }

    private static List<SimulatedRun.Sent> before(List<SimulatedRun.Sent> sent, long timeMs) {
        return sent.stream().filter(one -> one.timeMs() < timeMs).toList();
    }

    private static FleetPlan plan(long seed, int hours, int vehicles, List<Drift> drift) {
        return new FleetPlan(world(drift), Fleets.of(vehicles), seed, hours * HOUR);
    }

    private static WorldConfig world(List<Drift> drift) {
        WorldConfig standard = WorldConfig.standard();
        return standard.withDrift(standard.start(), drift);
    }
}
