package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ForwardedRows;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.NodeLedger;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Resolution;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardingTest {
    @Test
    void everyScoredLegIsForwardedOnceUnlessItsLabelCameAfterTheLastDecisionPoint() {
        long forwarded = 0;
        for (int seed = 0; seed < 200; seed++) {
            Scenario scenario = Scenario.drawn(seed);
            List<Simulation.Output> outputs = scenario.simulation().run();
            List<Long> scored = Simulation.of(Resolution.class, outputs).stream()
                    .filter(resolution -> resolution.label().isPresent())
                    .map(Resolution::timeMs)
                    .toList();
            List<Simulation.Output> messages = outputs.stream()
                    .filter(output -> output.message() instanceof ForwardedRows)
                    .toList();
            long last = messages.stream().mapToLong(Simulation.Output::at).max().orElse(0);
            long sent = Simulation.of(ForwardedRows.class, outputs).stream()
                    .mapToLong(ForwardedRows::outcomes)
                    .sum();
            String where = "seed " + seed;
            if (scenario.settings().use().forwards()) {
                assertTrue(sent <= scored.size(), where);
                assertTrue(sent >= scored.stream().filter(at -> at < last).count(), where);
            } else {
                assertEquals(0, sent, where);
            }
            forwarded += sent;
        }
        assertTrue(forwarded > 1000, "forwarded: " + forwarded);
    }

    @Test
    void whatIsForwardedDoesNotDependOnWhetherTheNodeTrainsToo() {
        List<ForwardedRows> both = rows(DataUse.BOTH);

        assertEquals(both, rows(DataUse.CENTRAL));
        assertTrue(both.size() > 40, "messages: " + both.size());
    }

    private static List<ForwardedRows> rows(DataUse use) {
        return Simulation.of(
                ForwardedRows.class,
                new Fixture()
                        .outcomesEvery(Scenario.MINUTE)
                        .content(Optional.empty())
                        .use(use)
                        .simulation()
                        .run());
    }

    @Test
    void aNodeThatLeavesTrainingToTheAggregatorUsesItsModelAsItCame() {
        Parameters global = Parameters.of(1, 2, 3, 4, 5, 6);
        List<Simulation.Output> outputs = new Fixture()
                .outcomesEvery(Scenario.MINUTE)
                .content(Optional.empty())
                .use(DataUse.CENTRAL)
                .adopt(new Adopt.Replace())
                .model(Fixture.HOUR, 1, global)
                .simulation()
                .run();

        assertEquals(global, Simulation.of(FinalModel.class, outputs).get(0).parameters());
        assertEquals(0, Simulation.of(NodeLedger.class, outputs).get(0).steps());
    }

    @Test
    void messagesAreOfBoundedSizeAndCountAnOutcomeWithItsLastRow() {
        Forwarding forwarding = new Forwarding(2);
        for (int outcome = 0; outcome < 50; outcome++) {
            List<Example> rows = new ArrayList<>();
            for (int row = 0; row < 13; row++) {
                Example.Origin origin = new Example.Origin("v-1", outcome + 1, row, Phase.TO_STATION, 0);
                rows.add(new Example(origin, new float[] {outcome, row}, false, Baselines.NONE));
            }
            forwarding.add(rows, outcome % 2);
        }

        List<ForwardedRows> messages = forwarding.take(new NodeId(1), 7);

        assertEquals(
                List.of(256, 256, 138),
                messages.stream().map(m -> m.rows().size()).toList());
        assertEquals(
                List.of(19, 20, 11),
                messages.stream().map(ForwardedRows::outcomes).toList());
        assertEquals(List.of(), forwarding.take(new NodeId(1), 8));
    }
}
