package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.edgenode.MissedRounds;
import dev.convoy.edgenode.NodeFaults;
import dev.convoy.edgenode.NodeFaults.Lasting;
import dev.convoy.edgenode.UpdateFault;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.runtime.LinkFault;
import dev.convoy.runtime.Windows;
import dev.convoy.runtime.Windows.Window;
import dev.convoy.telemetry.NodeId;
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
                        List.of(new Lasting<>(ALWAYS, new MissedRounds(Optional.of(3), 0))),
                        List.of(new Lasting<>(ALWAYS, new UpdateFault.OldModel(4)))),
                plan.of(new NodeId(2)));
        assertEquals(NodeFaults.NONE, plan.of(new NodeId(1)));
        assertEquals(List.of(), plan.onTheWayFrom(new NodeId(2)));
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
}
