package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.detection.Adwin;
import dev.convoy.detection.DetectorKind;
import dev.convoy.metric.DriftAlarm;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private static final NodeId NODE = new NodeId(1);

    @Test
    void alarmsFollowFromTheDecisionsInTheOrderOfLabelTimeVehicleAndLeg() {
        int alarms = 0;
        for (int seed = 0; seed < 80; seed++) {
            Scenario scenario = Scenario.drawn(seed);
            List<Simulation.Output> outputs = scenario.simulation().run();
            List<DriftAlarm> expected = expected(scenario.settings().detector(), outputs);
            assertEquals(expected, Simulation.of(DriftAlarm.class, outputs), "seed " + seed);
            alarms += expected.size();
        }
        assertTrue(alarms > 50, "alarms: " + alarms);
    }

    private static List<DriftAlarm> expected(Optional<DetectorKind> kind, List<Simulation.Output> outputs) {
        DriftWatch watch = new DriftWatch(NODE, kind);
        Map<String, Integer> predicted = new HashMap<>();
        for (Prediction p : Simulation.of(Prediction.class, outputs)) {
            predicted.put(p.vehicle() + "/" + p.sequence(), p.probabilities().predicted());
        }
        List<DriftAlarm> alarms = new ArrayList<>();
        Simulation.of(Resolution.class, outputs).stream()
                .filter(r -> r.label().isPresent() && r.decisionSequence().isPresent())
                .sorted(Comparator.comparingLong(Resolution::timeMs)
                        .thenComparing(Resolution::vehicle)
                        .thenComparingLong(Resolution::leg))
                .forEach(r -> {
                    int decision = predicted.get(
                            r.vehicle() + "/" + r.decisionSequence().getAsLong());
                    watch.decided(decision == r.label().getAsInt(), r.timeMs()).ifPresent(alarms::add);
                });
        return alarms;
    }

    @Test
    void aDetectorChangesNothingButThatThereAreAlarms() {
        List<Simulation.Output> without = watched(Optional.empty());
        List<Simulation.Output> with = watched(Optional.of(new Adwin(0.5, 1, 5, 2, 4)));

        List<Simulation.Output> others = with.stream()
                .filter(output -> !(output.message() instanceof DriftAlarm))
                .toList();
        assertEquals(without, others);
        assertTrue(others.size() < with.size());
    }

    /** A vehicle whose records say what its label will be, until after two hours they say the opposite. */
    private static List<Simulation.Output> watched(Optional<DetectorKind> kind) {
        Fixture fixture = new Fixture();
        kind.ifPresent(fixture::detector);
        long leg = 0;
        for (long at = Scenario.MINUTE; at < 4 * Fixture.HOUR; at += Scenario.MINUTE) {
            leg++;
            boolean hint = leg % 3 == 0;
            boolean truth = at < 2 * Fixture.HOUR == hint;
            fixture.record(at - 10, "v-1", leg, leg, hint ? -0.5 : 0.5).outcome(at, "v-1", leg, truth ? 1 : 0, at - 5);
        }
        return fixture.simulation().run();
    }

    @Test
    void anAlarmSaysWhenTheLabelBecameKnownThatToldItAndWhichDecisionItWas() {
        List<DriftAlarm> alarms = Simulation.of(DriftAlarm.class, watched(Optional.of(new Adwin(0.01, 1, 5, 5, 10))));

        DriftAlarm afterTheTurn = alarms.stream()
                .filter(alarm -> alarm.timeMs() >= 2 * Fixture.HOUR)
                .findFirst()
                .orElseThrow();
        assertEquals(NODE, afterTheTurn.node());
        assertEquals("adwin", afterTheTurn.detector());
        assertEquals(afterTheTurn.timeMs(), afterTheTurn.decisions() * Scenario.MINUTE);
        assertTrue(afterTheTurn.timeMs() < 2 * Fixture.HOUR + 30 * Scenario.MINUTE, alarms.toString());
    }
}
