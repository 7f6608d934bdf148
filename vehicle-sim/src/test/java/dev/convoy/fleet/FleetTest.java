package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.metric.FleetLedger;
import dev.convoy.metric.FleetRoster;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.world.Corridor;
import dev.convoy.world.WorldConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {
    private static final long MINUTE = 60_000;
    private static final int HOURS = 30;
    private static final Corridor CORRIDOR = new Corridor(WorldConfig.standard());

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void everyVehicleReportsOnceAMinute(long seed) {
        Map<String, List<Telemetry>> byVehicle = new TreeMap<>();
        for (Telemetry record : records(SimulatedRun.record(plan(seed, HOURS)))) {
            byVehicle
                    .computeIfAbsent(record.vehicle(), key -> new ArrayList<>())
                    .add(record);
        }

        assertEquals(104, byVehicle.size());
        for (List<Telemetry> records : byVehicle.values()) {
            assertEquals(HOURS * 60, records.size(), records.get(0).vehicle());
            for (int i = 0; i < records.size(); i++) {
                assertEquals(i + 1, records.get(i).sequence());
                assertEquals(
                        records.get(0).timeMs() + i * MINUTE, records.get(i).timeMs());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void withinATripAVehicleOnlyMovesForward(long seed) {
        Map<String, Telemetry> before = new HashMap<>();
        Map<String, Integer> trips = new HashMap<>();
        for (Telemetry record : records(SimulatedRun.record(plan(seed, HOURS)))) {
            Telemetry last = before.put(record.vehicle(), record);
            if (last == null || km(record) >= km(last)) {
                continue;
            }
            // it fell back: it must have rested, and begins at the start of the road
            assertEquals(Phase.PARKED, last.phase(), "seed " + seed + ": " + record);
            assertTrue(km(record) < 5, "seed " + seed + ": " + record);
            trips.merge(record.vehicle(), 1, Integer::sum);
        }

        assertEquals(104, trips.size(), "every vehicle sets out again within " + HOURS + " h");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void almostEveryValueLiesWithinTheRangeOfItsField(long seed) {
        VehicleField[] fields = VehicleField.values();
        long outside = 0;
        long count = 0;
        long marginsOutside = 0;
        long records = 0;
        for (Telemetry record : records(SimulatedRun.record(plan(seed, 72)))) {
            for (VehicleField vehicleField : fields) {
                Field field = vehicleField.field();
                double value = record.values().get(vehicleField.ordinal());
                assertTrue(Double.isNaN(value) || value == field.quantise(value), field.name() + " " + value);
                int beyond = value < field.low() || value > field.high() ? 1 : 0;
                if (vehicleField == VehicleField.RESERVE_MARGIN) {
                    marginsOutside += beyond;
                } else {
                    outside += beyond;
                    count++;
                }
            }
            records++;
            double charge = record.values().get(VehicleField.STATE_OF_CHARGE.ordinal());
            assertTrue(charge >= 0 && charge <= 1, "seed " + seed + ": " + record);
        }

        assertTrue(outside < count / 1_000, "seed " + seed + ": " + outside + " of " + count);
        // its range is narrow on purpose: far from 0 it does not matter how far
        assertTrue(marginsOutside < records / 10, "seed " + seed + ": margins " + marginsOutside + " of " + records);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void aRecordGoesToTheNodeOfItsZoneAndAnOutcomeToEveryNodeThatHeardOfItsLeg(long seed) {
        Map<String, Set<String>> heard = new HashMap<>();
        Map<String, Set<String>> told = new HashMap<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (SimulatedRun.Sent sent : SimulatedRun.record(plan(seed, HOURS))) {
            String leg = sent.message().vehicle() + "/" + sent.message().leg();
            assertEquals("telemetry." + sent.receiver(), sent.topic());
            assertEquals(sent.message().vehicle(), sent.key());
            if (sent.message() instanceof Telemetry record) {
                assertEquals(
                        "node-" + (CORRIDOR.zoneAt(km(record)) + 1),
                        sent.receiver().name());
                if (record.leg() > 0) {
                    assertTrue(!outcomes.containsKey(leg), "a record after the outcome of its leg: " + record);
                    heard.computeIfAbsent(leg, key -> new TreeSet<>()).add(sent.topic());
                }
            } else if (sent.message() instanceof Outcome outcome) {
                assertTrue(told.computeIfAbsent(leg, key -> new TreeSet<>()).add(sent.topic()), "told twice: " + leg);
                Outcome other = outcomes.put(leg, outcome);
                assertTrue(other == null || other.equals(outcome), "two outcomes of " + leg);
                assertEquals(sent.timeMs(), outcome.timeMs(), MINUTE);
                assertTrue(outcome.decidedAtMs() <= outcome.timeMs(), outcome.toString());
            }
        }

        assertTrue(told.size() > 300, "outcomes: " + told.size());
        told.forEach((leg, topics) -> assertEquals(heard.get(leg), topics, leg));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42})
    void recordsHaveALegOnlyOnTheWayToAStation(long seed) {
        for (Telemetry record : records(SimulatedRun.record(plan(seed, HOURS)))) {
            boolean pastLast = km(record) >= CORRIDOR.stopKm(2);
            if (record.leg() > 0) {
                assertTrue(!pastLast, record.toString());
                double distance = record.values().get(VehicleField.STATION_DISTANCE_KM.ordinal());
                // within a metre of a station the position is rounded to the station's own, before it or behind
                double before = CORRIDOR.stopKm(CORRIDOR.stopAfter(km(record) - 0.001)) - km(record);
                double behind = CORRIDOR.stopKm(CORRIDOR.stopAfter(km(record) + 0.001)) - km(record);
                assertTrue(
                        Math.min(Math.abs(distance - before), Math.abs(distance - behind)) < 0.01, record.toString());
            }
            if (record.phase() == Phase.NO_STATION) {
                assertTrue(pastLast, record.toString());
                assertTrue(!record.values().has(VehicleField.STATION_DISTANCE_KM.ordinal()), record.toString());
            }
        }
    }

    @Test
    void theSameSeedSaysTheSame() {
        assertSame(SimulatedRun.record(plan(3, 10)), SimulatedRun.record(plan(3, 10)), 3);
    }

    @Test
    void anotherSeedSaysSomethingElse() {
        assertNotEquals(SimulatedRun.record(plan(3, 1)), SimulatedRun.record(plan(4, 1)));
    }

    @Test
    void aVehicleLivesTheSameLifeInAFleetOfAnySize() {
        List<SimulatedRun.Sent> few = SimulatedRun.record(plan(3, 10, 3));
        List<SimulatedRun.Sent> many = new ArrayList<>(SimulatedRun.record(plan(3, 10, 9)));
        many.removeIf(sent -> sent.key().compareTo("v-003") > 0);

        assertSame(few, many, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void aFleetRestoredFromItsSnapshotGoesOnAsIfNothingHadHappened(long seed) {
        FleetPlan plan = plan(seed, 40, 20);
        List<SimulatedRun.Sent> undisturbed = SimulatedRun.record(plan);

        List<SimulatedRun.Sent> disturbed = new ArrayList<>();
        SimulatedRun run = new SimulatedRun(plan, disturbed::add);
        RandomStream chance = RandomStream.named(seed, "where to interrupt");
        int crashes = 0;
        while (run.hasNext()) {
            run.step();
            if (chance.nextInt(4_000) == 0) {
                run.replaceFleet();
                crashes++;
            }
        }

        assertTrue(crashes > 3, "crashes: " + crashes);
        assertSame(undisturbed, disturbed, seed);
    }

    @Test
    void theRosterNamesTheModelThatEachVehicleReports() {
        FleetPlan plan = new FleetPlan(WorldConfig.standard(), FleetConfig.standard(), 5, 2 * MINUTE);
        Map<String, String> reported = new TreeMap<>();
        SimulatedRun run = new SimulatedRun(plan, sent -> {
            if (sent.message() instanceof Telemetry telemetry) {
                reported.put(telemetry.vehicle(), telemetry.model());
            }
        });
        run.runToEnd();

        Map<String, String> listed = new TreeMap<>();
        for (Metric metric : run.published()) {
            if (metric instanceof FleetRoster roster) {
                listed.putAll(roster.models());
            }
        }
        assertEquals(FleetConfig.standard().vehicles(), listed.size());
        assertEquals(reported, listed);
    }

    @Test
    void theLedgerCountsWhatArrivesBeforeTheEnd() {
        FleetPlan plan = new FleetPlan(WorldConfig.standard(), FleetConfig.standard(), 5, 20 * 60 * MINUTE + 1);
        List<SimulatedRun.Sent> sent = new ArrayList<>();
        SimulatedRun run = new SimulatedRun(plan, sent::add);
        run.runToEnd();

        FleetLedger ledger = (FleetLedger) run.published().get(0);
        for (int node = 1; node <= 4; node++) {
            String receiver = "node-" + node;
            long arriving = sent.stream()
                    .filter(s -> s.receiver().name().equals(receiver) && s.message() instanceof Telemetry)
                    .filter(s -> s.timeMs() + 1 < plan.durationMs())
                    .count();
            assertEquals(arriving, ledger.produced().get(node));
        }
        Set<String> legs = new HashSet<>();
        sent.stream()
                .filter(s -> s.message() instanceof Outcome)
                .forEach(s -> legs.add(s.message().vehicle() + "/" + s.message().leg()));
        assertEquals(legs.size(), ledger.outcomes());
    }

    @Test
    void underTheThresholdLabelEveryRecordIsADecisionKnownAtOnce() {
        FleetConfig config = Fleets.of(6, LabelKind.CHARGE_THRESHOLD, 0.1, 20);
        List<SimulatedRun.Sent> sent =
                SimulatedRun.record(new FleetPlan(WorldConfig.standard(), config, 5, 20 * 60 * MINUTE));

        assertEquals(2 * 6 * 20 * 60, sent.size());
        for (int i = 0; i < sent.size(); i += 2) {
            Telemetry record = (Telemetry) sent.get(i).message();
            Outcome outcome = (Outcome) sent.get(i + 1).message();
            double charge = record.values().get(VehicleField.STATE_OF_CHARGE.ordinal());
            assertEquals(record.sequence(), record.leg());
            assertEquals(record.leg(), outcome.leg());
            assertEquals(sent.get(i).topic(), sent.get(i + 1).topic());
            assertEquals(charge <= 0.5 ? 1 : 0, outcome.label().getAsInt());
            assertTrue(outcome.decidedAtMs() > record.timeMs() + 1);
        }
    }

    @Test
    void zonesWithoutANodeAreRefused() {
        FleetPlan plan = plan(1, 1);

        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Fleet(new dev.convoy.runtime.ActorId("fleet"), plan, List.of(), null));

        assertTrue(refusal.getMessage().contains("4 zones"), refusal.getMessage());
    }

    /** Names the first message that differs. */
    private static void assertSame(List<SimulatedRun.Sent> expected, List<SimulatedRun.Sent> actual, long seed) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(expected.get(i), actual.get(i), "seed " + seed + ", message " + i);
        }
        assertEquals(expected.size(), actual.size(), "seed " + seed + ": messages");
    }

    private static double km(Telemetry record) {
        return record.values().get(VehicleField.POSITION_KM.ordinal());
    }

    private static List<Telemetry> records(List<SimulatedRun.Sent> sent) {
        List<Telemetry> records = new ArrayList<>();
        for (SimulatedRun.Sent one : sent) {
            if (one.message() instanceof Telemetry record) {
                records.add(record);
            }
        }
        return records;
    }

    private static FleetPlan plan(long seed, int hours) {
        return SimulatedRun.standardPlan(seed, hours);
    }

    private static FleetPlan plan(long seed, int hours, int vehicles) {
        FleetConfig config = Fleets.of(vehicles, 1);
        return new FleetPlan(WorldConfig.standard(), config, seed, hours * 60 * MINUTE);
    }
}
