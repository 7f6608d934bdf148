package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.edgenode.MissedRounds;
import dev.convoy.edgenode.NodeFaults;
import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.edgenode.NodePhase;
import dev.convoy.edgenode.PowerFault;
import dev.convoy.edgenode.Slowness;
import dev.convoy.edgenode.UpdateFault;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.fleet.Impairment;
import dev.convoy.fleet.TelemetryFault;
import dev.convoy.runtime.LinkFault;
import dev.convoy.runtime.RandomStream;
import dev.convoy.runtime.Windows;
import dev.convoy.runtime.Windows.Window;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final long HOUR = 3_600_000;
    private static final Windows ALWAYS = new Windows(List.of(new Window(0, 6 * HOUR)));

    private static FaultPlan plan(String faults) {
        return Experiments.parse("f.yaml", "duration: 6h\n" + faults, List.of()).faultPlan();
    }

    private static String mistakes(String faults) {
        return assertThrows(MistakesException.class, () -> plan(faults)).getMessage();
    }

    @Test
    void aFaultWithoutTimesLastsFromTheStartToTheEnd() {
        FaultPlan plan = plan("""
            faults:
              - {kind: old-model, node: node-2, rounds: 4}
              - {kind: misses, node: node-2, one-in: 3}
            """);
        assertEquals(
                new NodeFaults(
                        Windows.NONE,
                        List.of(),
                        List.of(),
                        List.of(new Lasting<>(ALWAYS, new MissedRounds(Optional.of(3), 0))),
                        List.of(new Lasting<>(ALWAYS, new UpdateFault.OldModel(4)))),
                plan.of(new NodeId(2)));
        assertEquals(NodeFaults.NONE, plan.of(new NodeId(1)));
        assertEquals(List.of(), plan.onTheWayFrom(new NodeId(2)));
    }

    @Test
    void aSlowNodeIsSlowForItsTime() {
        NodeFaults faults = plan("faults: [{kind: slow, node: node-1, factor: 4, at: 1h, for: 1h}]")
                .of(new NodeId(1));
        Windows hour = new Windows(List.of(new Window(HOUR, 2 * HOUR)));
        assertEquals(
                new NodeFaults(
                        Windows.NONE, List.of(new Lasting<>(hour, new Slowness(4))), List.of(), List.of(), List.of()),
                faults);
        assertTrue(faults.disturbSending());
        assertEquals(
                "f.yaml:2: faults.0: factor must be 1 to 10000: 0.5",
                mistakes("faults: [{kind: slow, node: node-1, factor: 0.5}]"));
        assertEquals(
                "f.yaml:2: key 'factor' is missing in faults.0; write a number such as 0.5 or 10%",
                mistakes("faults: [{kind: slow, node: node-1}]"));
    }

    @Test
    void aNodeMayLosePowerInSeveralPhasesAtOnce() {
        NodeFaults faults = plan("""
            faults:
              - {kind: power-loss, node: node-1, while: sending, off: 5m}
              - {kind: power-loss, node: node-1, while: receiving, off: 1h, probability: 30%}
            """).of(new NodeId(1));
        assertEquals(
                List.of(
                        new Lasting<>(ALWAYS, new PowerFault(NodePhase.SENDING, HOUR / 12, 1)),
                        new Lasting<>(ALWAYS, new PowerFault(NodePhase.RECEIVING, HOUR, 0.3))),
                faults.power());
        assertEquals(Windows.NONE, faults.down());
    }

    @Test
    void aPowerLossThatCannotComeIsRefused() {
        assertEquals("""
            f.yaml:3: faults.0.while: expected one of computing, waiting, sending, receiving, found 'sleeping'
            f.yaml:4: faults.1: off must be at least 1ms: 0ms
            f.yaml:5: faults.2: probability must be above 0 and at most 1: 0.0
            f.yaml:6: key 'off' is missing in faults.3; write a duration such as 80ms, 30s, 15m, 1h30m or 3d\
            """, mistakes("""
                    faults:
                      - {kind: power-loss, node: node-1, while: sleeping, off: 5m}
                      - {kind: power-loss, node: node-1, while: sending, off: 0s}
                      - {kind: power-loss, node: node-1, while: sending, off: 5m, probability: 0}
                      - {kind: power-loss, node: node-1, while: sending}
                    """));
        assertEquals(
                "f.yaml:2: faults.1 overlaps faults.0 on node-1",
                mistakes("faults: [{kind: power-loss, node: node-1, while: sending, off: 5m}, "
                        + "{kind: power-loss, node: node-1, while: sending, off: 6m}]"));
        assertEquals(
                "f.yaml:3: faults.0: node-1 is never computing, because its compute is 0s",
                mistakes(
                        "nodes: {compute: 0s}\nfaults: [{kind: power-loss, node: node-1, while: computing, off: 5m}]"));
        for (String phase : List.of("computing", "waiting", "sending", "receiving")) {
            assertEquals(
                    "f.yaml:3: faults.0: with this strategy a node is never " + phase,
                    mistakes("aggregator: {strategy: none}\nfaults: [{kind: power-loss, node: node-1, while: " + phase
                            + ", off: 5m}]"));
        }
        plan("aggregator: {strategy: central}\n"
                + "faults: [{kind: power-loss, node: node-1, while: receiving, off: 5m}]");
    }

    @Test
    void telemetryGoesWrongOnItsWayToANode() {
        Windows hour = new Windows(List.of(new Window(HOUR, 2 * HOUR)));
        FaultPlan plan = plan("faults: [{kind: telemetry, node: node-2, loss: 10%, corrupt: 0.5%, at: 1h, for: 1h}]");
        assertEquals(
                List.of(new TelemetryFault(2, hour, new Impairment(0.1, 0, 0, 0.005))), plan.onTheWayOfTelemetry());
        assertEquals(NodeFaults.NONE, plan.of(new NodeId(2)));
        assertEquals("0.1 lost, 0.005 corrupted", plan.faults().get(0).detail());
        assertEquals("""
            f.yaml:3: faults.0: telemetry needs loss, duplicate, reorder or corrupt above 0, or nothing goes wrong
            f.yaml:4: faults.1: reorder must be in [0, 1]: 2.0\
            """, mistakes("""
                    faults:
                      - {kind: telemetry, node: node-1}
                      - {kind: telemetry, node: node-1, reorder: 2}
                    """));
        assertEquals(
                "f.yaml:2: fleet: link.hold-up must be at most 60 times telemetry-every: 2h",
                mistakes("fleet: {link: {hold-up: 2h}}"));
    }

    @Test
    void latenessIsTheLinksAndNotTheNodes() {
        FaultPlan plan = plan("""
            faults:
              - {kind: late, node: node-1, by: 20m, at: 1h, for: 30m}
              - {kind: late, node: node-1, by: 1h, at: 4h}
            """);
        assertEquals(
                List.of(
                        LinkFault.late(new Windows(List.of(new Window(HOUR, HOUR + HOUR / 2))), HOUR / 3),
                        LinkFault.late(new Windows(List.of(new Window(4 * HOUR, 6 * HOUR))), HOUR)),
                plan.onTheWayFrom(new NodeId(1)));
        assertEquals(NodeFaults.NONE, plan.of(new NodeId(1)));
    }

    @Test
    void faultsOfDifferentKindsMayHoldAtOnceAndEqualOnesMayNot() {
        assertEquals(2, plan("""
            faults:
              - {kind: down, at: 1h, for: 2h, node: node-1}
              - {kind: late, at: 2h, by: 5m, node: node-1}
            """).faults().size());
        assertEquals("f.yaml:4: faults.1 overlaps faults.0 on node-1", mistakes("""
            faults:
              - {kind: late, by: 1m, node: node-1}
              - {kind: late, at: 2h, by: 5m, node: node-1}
            """));
    }

    @Test
    void whatIsWrongWithAFaultIsSaid() {
        assertEquals("""
            f.yaml:3: faults.0: rounds must be 1 to 1000: 0
            f.yaml:4: faults.1: a node that misses rounds needs one-in or a probability above 0
            f.yaml:5: faults.2: by must be at least 1ms: 0s
            f.yaml:6: faults.3: probability must be in [0, 1]: 1.5
            f.yaml:7: key 'rounds' is missing in faults.4; write a whole number such as 104
            f.yaml:8: key 'rounds' in faults.5 belongs to the kind old-model, but the kind is late\
            """, mistakes("""
                    faults:
                      - {kind: old-model, node: node-1, rounds: 0}
                      - {kind: misses, node: node-2}
                      - {kind: late, node: node-3, by: 0s}
                      - {kind: misses, node: node-4, probability: 150%}
                      - {kind: old-model, node: node-2}
                      - {kind: late, node: node-2, by: 1m, rounds: 2}
                    """));
        assertEquals(
                "f.yaml:2: faults.0 must begin within the duration of 6h: it begins at 6h",
                mistakes("faults: [{kind: down, at: 6h, node: node-1}]"));
    }

    @Test
    void aPeriodicFaultComesAgainAndAgain() {
        assertEquals(
                new Windows(List.of(
                        new Window(HOUR, HOUR + HOUR / 2),
                        new Window(3 * HOUR, 3 * HOUR + HOUR / 2),
                        new Window(5 * HOUR, 5 * HOUR + HOUR / 2))),
                plan("faults: [{kind: down, at: 1h, for: 30m, every: 2h, node: node-1}]")
                        .of(new NodeId(1))
                        .down());
        assertEquals(
                "f.yaml:2: faults.0: every must be longer than the time given with for, so that it can begin again: 30m",
                mistakes("faults: [{kind: down, for: 1h, every: 30m, node: node-1}]"));
    }

    @Test
    void aCutOffLinkCarriesNothingEitherWay() {
        FaultPlan plan = plan("faults: [{kind: cut-off, at: 1h, for: 1h, node: node-1}]");
        List<LinkFault> cut = List.of(LinkFault.cutOff(new Windows(List.of(new Window(HOUR, 2 * HOUR)))));
        assertEquals(cut, plan.onTheWayFrom(new NodeId(1)));
        assertEquals(cut, plan.onTheWayTo(new NodeId(1)));
        assertEquals(NodeFaults.NONE, plan.of(new NodeId(1)));
        assertEquals(List.of(), plan.onTheWayTo(new NodeId(2)));
    }

    @Test
    void aNodeThatFailsAtRandomIsUpForTheShareOfTimeThatTheMeansSay() {
        Duration year = Duration.ofDays(365);
        Timing timing = new Timing(
                Optional.of(Duration.ofDays(5)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofHours(3)),
                Optional.of(Duration.ofHours(1)));
        List<Window> windows =
                timing.windows(year, RandomStream.named(3, "fault")).windows();
        long down = windows.stream().mapToLong(w -> w.toMs() - w.fromMs()).sum();
        long from = Duration.ofDays(5).toMillis();
        assertTrue(windows.get(0).fromMs() > from);
        assertEquals(0.75, 1 - (double) down / (year.toMillis() - from), 0.02, "availability");
        assertEquals(360 * 6, windows.size(), 150, "failures");
    }

    @Test
    void failuresAtRandomFollowFromTheSeedAndTheNode() {
        String faults = "faults: [{kind: down, mttf: 1h, mttr: 10m, node: node-1}, "
                + "{kind: down, mttf: 1h, mttr: 10m, node: node-2}]";
        Windows one = plan(faults).of(new NodeId(1)).down();
        assertEquals(one, plan(faults).of(new NodeId(1)).down());
        assertNotEquals(one, plan(faults).of(new NodeId(2)).down());
        assertNotEquals(one, plan("seed: 8\n" + faults).of(new NodeId(1)).down());
        assertEquals("""
                f.yaml:3: faults.0: mttf and mttr belong together: one is missing
                f.yaml:4: faults.1: mttf and mttr take the place of for: 1h\
                """, mistakes("""
                        faults:
                          - {kind: down, mttf: 1h, node: node-1}
                          - {kind: down, mttf: 1h, mttr: 1h, for: 1h, node: node-2}
                        """));
        assertEquals(
                "f.yaml:2: faults.0 comes more than 10000 times in 6h",
                mistakes("faults: [{kind: down, mttf: 1ms, mttr: 1ms, node: node-3}]"));
    }
}
