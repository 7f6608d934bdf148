package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.metric.FleetLedger;
import dev.convoy.runtime.Windows;
import dev.convoy.telemetry.Damaged;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Outcome;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.world.WorldConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What becomes of the records of a fleet on their way, against what becomes of them where nothing goes wrong. */
final class TelemetryWayTest {
    private static final long HOUR = 3_600_000;
    private static final int VEHICLES = 40;

    private record Key(String vehicle, long sequence) {}

    private static TelemetryLink link(double loss, double duplicate, double reorder, double corrupt) {
        return new TelemetryLink(loss, duplicate, reorder, corrupt, Optional.empty());
    }

    private static FleetPlan plan(TelemetryLink link, TelemetryFault... faults) {
        return new FleetPlan(WorldConfig.standard(), Fleets.of(VEHICLES, link), 5, 20 * HOUR, List.of(faults));
    }

    private static List<SimulatedRun.Sent> telemetry(FleetPlan plan) {
        return SimulatedRun.record(plan).stream()
                .filter(sent -> sent.message() instanceof Telemetry)
                .toList();
    }

    private static Key key(FleetMessage message) {
        Telemetry record = (Telemetry) message;
        return new Key(record.vehicle(), record.sequence());
    }

    private static Set<Key> keys(List<SimulatedRun.Sent> sent) {
        Set<Key> keys = new HashSet<>();
        sent.forEach(s -> keys.add(key(s.message())));
        return keys;
    }

    private static void assertShare(double expected, long happened, long of, String what) {
        assertEquals(expected, (double) happened / of, 4 * Math.sqrt(expected * (1 - expected) / of), what);
    }

    @Test
    void asMuchGoesWrongAsTheProbabilitiesSay() {
        double loss = 0.05;
        double duplicate = 0.1;
        double reorder = 0.2;
        double corrupt = 0.03;
        long produced = telemetry(plan(TelemetryLink.standard())).size();
        List<SimulatedRun.Sent> sent = SimulatedRun.record(plan(link(loss, duplicate, reorder, corrupt)));
        long damaged = sent.stream().filter(s -> s.message() instanceof Damaged).count();
        List<SimulatedRun.Sent> arrived =
                sent.stream().filter(s -> s.message() instanceof Telemetry).toList();
        Set<Key> keys = keys(arrived);
        long late =
                arrived.stream().filter(s -> s.timeMs() > s.message().timeMs()).count();
        assertTrue(produced > 40_000, "records: " + produced);
        assertShare(loss, produced - damaged - keys.size(), produced, "lost");
        assertShare((1 - loss) * corrupt, damaged, produced, "corrupted");
        assertShare(reorder, late, keys.size(), "held up");
        assertShare(duplicate, arrived.size() - keys.size(), keys.size(), "twice");
    }

    @Test
    void everyRecordIsInTheLedgerOnce() {
        SimulatedRun run = new SimulatedRun(plan(link(0.1, 0.1, 0.1, 0.1)), sent -> {});
        run.runToEnd();
        FleetLedger ledger = (FleetLedger) run.published().get(0);
        List<SimulatedRun.Sent> sent = SimulatedRun.record(plan(link(0.1, 0.1, 0.1, 0.1)));
        for (int node = 1; node <= 4; node++) {
            String topic = "telemetry.node-" + node;
            List<SimulatedRun.Sent> to = sent.stream()
                    .filter(s -> s.topic().equals(topic) && !(s.message() instanceof Outcome))
                    .filter(s -> s.timeMs() + 1 < 20 * HOUR)
                    .toList();
            long records = ledger.produced().get(node) - ledger.lost().get(node);
            assertEquals(to.size(), records + ledger.copies().get(node), topic);
            assertTrue(ledger.lost().get(node) > 0 && ledger.copies().get(node) > 0, topic);
        }
    }

    @Test
    void whatIsHeldUpArrivesBehindItsSuccessorsAsItWas() {
        Map<Key, FleetMessage> honest = new HashMap<>();
        telemetry(plan(TelemetryLink.standard())).forEach(s -> honest.put(key(s.message()), s.message()));
        long overtaken = 0;
        Map<String, Long> newest = new HashMap<>();
        for (SimulatedRun.Sent sent : telemetry(plan(link(0, 0, 0.1, 0)))) {
            assertEquals(honest.get(key(sent.message())), sent.message());
            long late = sent.timeMs() - sent.message().timeMs();
            assertTrue(late == 0 || late == 150_000, "late by " + late);
            long sequence = key(sent.message()).sequence();
            long before = newest.merge(sent.message().vehicle(), sequence, Math::max);
            overtaken += before > sequence ? 1 : 0;
        }
        assertTrue(overtaken > 3_000, "overtaken: " + overtaken);
    }

    @Test
    void outcomesGoAnotherWay() {
        assertEquals(outcomes(TelemetryLink.standard()), outcomes(link(1, 0, 0, 0)));
    }

    private static List<SimulatedRun.Sent> outcomes(TelemetryLink link) {
        return SimulatedRun.record(plan(link)).stream()
                .filter(s -> s.message() instanceof Outcome)
                .toList();
    }

    @Test
    void whatIsLostAtALowProbabilityIsLostAtAHigherOneToo() {
        Set<Key> all = keys(telemetry(plan(TelemetryLink.standard())));
        Set<Key> few = new HashSet<>(all);
        few.removeAll(keys(telemetry(plan(link(0.02, 0, 0, 0)))));
        Set<Key> many = new HashSet<>(all);
        many.removeAll(keys(telemetry(plan(link(0.1, 0.5, 0.5, 0)))));
        assertTrue(few.size() > 500 && many.containsAll(few), few.size() + " and " + many.size());
    }

    @Test
    void aFaultHitsItsNodeForItsTimeAlone() {
        Windows window = new Windows(List.of(new Windows.Window(5 * HOUR, 10 * HOUR)));
        TelemetryFault fault = new TelemetryFault(2, window, new Impairment(1, 0, 0, 0));
        List<SimulatedRun.Sent> honest = telemetry(plan(TelemetryLink.standard()));
        List<SimulatedRun.Sent> expected = new ArrayList<>(honest);
        expected.removeIf(s -> s.topic().equals("telemetry.node-2") && window.contains(s.timeMs()));
        assertTrue(expected.size() < honest.size());
        assertEquals(expected, telemetry(plan(TelemetryLink.standard(), fault)));
    }

    @Test
    void whatIsHeldUpOutlivesAnInterruption() {
        FleetPlan plan = plan(link(0.1, 0.2, 0.3, 0.1));
        SplittableRandom random = new SplittableRandom(1);
        List<SimulatedRun.Sent> sent = new ArrayList<>();
        SimulatedRun run = new SimulatedRun(plan, sent::add);
        while (run.hasNext()) {
            run.step();
            if (random.nextInt(2_000) == 0) {
                run.replaceFleet();
            }
        }
        assertEquals(SimulatedRun.record(plan), sent);
    }

    @Test
    void chancesAndTimesThatCannotBeAreRefused() {
        for (double probability : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> link(probability, 0, 0, 0));
            assertThrows(IllegalArgumentException.class, () -> link(0, probability, 0, 0));
            assertThrows(IllegalArgumentException.class, () -> link(0, 0, probability, 0));
            assertThrows(IllegalArgumentException.class, () -> link(0, 0, 0, probability));
        }
        TelemetryLink longest = new TelemetryLink(0, 0, 0, 0, Optional.of(Duration.ofHours(1)));
        TelemetryLink longer = new TelemetryLink(0, 0, 0, 0, Optional.of(Duration.ofMinutes(61)));
        assertEquals(longest, Fleets.of(VEHICLES, longest).link());
        assertThrows(IllegalArgumentException.class, () -> Fleets.of(VEHICLES, longer));
        assertEquals(
                new Impairment(1, 0.75, 0, 0.1), new Impairment(1, 0.5, 0, 0.1).and(new Impairment(0.3, 0.5, 0, 0)));
    }
}
