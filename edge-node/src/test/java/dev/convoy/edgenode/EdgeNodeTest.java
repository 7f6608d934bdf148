package dev.convoy.edgenode;

import static dev.convoy.edgenode.Fixture.HOUR;
import static dev.convoy.edgenode.Scenario.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.Adoption;
import dev.convoy.metric.NodeLedger;
import dev.convoy.prediction.Baselines;
import dev.convoy.prediction.Prediction;
import dev.convoy.prediction.Resolution;
import dev.convoy.prediction.Resolution.Ending;
import dev.convoy.telemetry.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Single runs whose course is known beforehand. */
class EdgeNodeTest {
    private static final NodeId NODE = new NodeId(1);

    @Test
    void theDecisionIsTheLastPredictionBeforeTheDecisionPoint() {
        List<Simulation.Output> outputs = new Fixture()
                .record(1000, "v-1", 3, 11, 0.5)
                .record(2000, "v-1", 3, 12, 0.5)
                .record(3000, "v-1", 3, 13, 0.5)
                .record(4000, "v-1", 3, 14, 0.5)
                .outcome(9000, "v-1", 3, 1, 3000)
                .simulation()
                .run();

        assertEquals(
                List.of(new Resolution(
                        NODE, "v-1", 3, 11, 14, 4, OptionalLong.of(12), Ending.SCORED, OptionalInt.of(1), 9000)),
                Simulation.of(Resolution.class, outputs));
    }

    @Test
    void aLegSeenOnlyAfterTheDecisionPointIsScoredByRowsButDecidesNothing() {
        List<Simulation.Output> outputs = new Fixture()
                .record(2000, "v-1", 1, 1, 0.5)
                .outcome(9000, "v-1", 1, 0, 2000)
                .simulation()
                .run();

        Resolution resolution = Simulation.of(Resolution.class, outputs).get(0);
        assertEquals(OptionalLong.empty(), resolution.decisionSequence());
        assertEquals(Ending.SCORED, resolution.ending());
        assertEquals(1, Simulation.of(NodeLedger.class, outputs).get(0).scored());
    }

    @Test
    void aVehicleThatLeavesAndARunThatEndsLeaveNoLabel() {
        List<Simulation.Output> outputs = new Fixture()
                .record(1000, "v-1", 1, 1, 0.5)
                .record(1000, "v-2", 1, 1, 0.5)
                .exit(5000, "v-2", 1)
                .simulation()
                .run();

        assertEquals(
                List.of(Ending.EXIT, Ending.END),
                Simulation.of(Resolution.class, outputs).stream()
                        .map(Resolution::ending)
                        .toList());
    }

    @Test
    void theOldestLegExpiresWholeAndItsLaterRecordsAreALegOfTheirOwn() {
        List<Simulation.Output> outputs = new Fixture()
                .pendingRows(3)
                .record(1000, "v-1", 1, 1, 0.5)
                .record(2000, "v-1", 1, 2, 0.5)
                .record(3000, "v-2", 1, 1, 0.5)
                .record(4000, "v-2", 1, 2, 0.5)
                .record(5000, "v-1", 1, 3, 0.5)
                .outcome(9000, "v-1", 1, 0, 8000)
                .simulation()
                .run();

        List<Resolution> resolutions = Simulation.of(Resolution.class, outputs);
        assertEquals(
                List.of(
                        new Resolution(
                                NODE,
                                "v-1",
                                1,
                                1,
                                2,
                                2,
                                OptionalLong.empty(),
                                Ending.EXPIRED,
                                OptionalInt.empty(),
                                4000),
                        new Resolution(
                                NODE, "v-1", 1, 3, 3, 1, OptionalLong.of(3), Ending.SCORED, OptionalInt.of(0), 9000)),
                resolutions.subList(0, 2));
    }

    @Test
    void baselinesSayWhatTheNodeHasBeenToldByThenAndTheRuleFollowsTheMargin() {
        List<Simulation.Output> outputs = new Fixture()
                .record(1000, "v-1", 1, 1, -0.1)
                .outcome(2000, "v-2", 1, 1, 1500)
                .outcome(3000, "v-3", 1, 0, 1500)
                .outcome(4000, "v-1", 1, 0, 1500)
                .outcome(5000, "v-2", 2, 1, 1500)
                .outcome(6000, "v-3", 2, 1, 1500)
                .record(7000, "v-1", 2, 2, 0.15)
                .record(7000, "v-4", 1, 1, Double.NaN)
                .record(8000, "v-5", 1, 1, -0.15)
                .simulation()
                .run();

        List<Prediction> predictions = Simulation.of(Prediction.class, outputs);
        OptionalInt none = OptionalInt.empty();
        OptionalInt zero = OptionalInt.of(0);
        OptionalInt one = OptionalInt.of(1);
        assertEquals(new Baselines(none, none, none, one), predictions.get(0).baselines());
        assertEquals(new Baselines(one, one, zero, zero), predictions.get(1).baselines());
        assertEquals(new Baselines(one, one, none, none), predictions.get(2).baselines());
        assertEquals(
                List.of(true, false, false, false),
                predictions.stream().map(Prediction::contested).toList());
    }

    @Test
    void whatComesWhileTheNodeIsDownIsUnservedOrWaitsForItsReturn() {
        Fixture fixture = new Fixture()
                .down(HOUR, 2 * HOUR)
                .record(HOUR - 1, "v-1", 1, 1, 0.5)
                .record(HOUR, "v-1", 1, 2, 0.5)
                .outcome(HOUR + 5, "v-1", 1, 0, HOUR)
                .record(2 * HOUR - 1, "v-1", 2, 3, 0.5)
                .record(2 * HOUR + 1, "v-1", 2, 4, 0.5);
        Parameters global = fixture.learner().parameters();
        List<Simulation.Output> outputs =
                fixture.model(HOUR + 7, 1, global).simulation().run();

        List<Prediction> predictions = Simulation.of(Prediction.class, outputs);
        assertEquals(
                List.of(1L, 4L), predictions.stream().map(Prediction::sequence).toList());
        assertEquals(
                List.of(0L, 1L), predictions.stream().map(Prediction::version).toList());
        assertEquals(OptionalInt.of(0), predictions.get(1).baselines().noChange());
        assertEquals(2 * HOUR, Simulation.of(Resolution.class, outputs).get(0).timeMs());
        assertEquals(List.of(new Adoption(NODE, 2 * HOUR, 1)), Simulation.of(Adoption.class, outputs));
        assertEquals(2, Simulation.of(NodeLedger.class, outputs).get(0).unserved());
    }

    @Test
    void anUpdateInTheMakingIsSuspendedWhileTheNodeIsDown() {
        List<Simulation.Output> outputs = new Fixture()
                .outcomesEvery(MINUTE)
                .computeMs(4 * MINUTE)
                .down(18 * MINUTE, 40 * MINUTE)
                .simulation()
                .run();

        // cut at 15 and 45 minutes; three of four minutes are done when the node goes down
        assertEquals(
                List.of(41 * MINUTE, 49 * MINUTE, 64 * MINUTE),
                Simulation.sent(outputs).stream()
                        .map(Simulation.Output::at)
                        .toList()
                        .subList(0, 3));
    }

    @Test
    void whileOneUpdateIsComputedNoOtherIsCut() {
        List<Simulation.Output> outputs = new Fixture()
                .outcomesEvery(MINUTE)
                .computeMs(40 * MINUTE)
                .simulation()
                .run();

        assertEquals(
                IntStream.rangeClosed(0, 4)
                        .mapToObj(i -> (15 + 45L * i + 40) * MINUTE)
                        .toList(),
                Simulation.sent(outputs).stream().map(Simulation.Output::at).toList());
    }

    @Test
    void whereNothingWasLearnedNothingIsSent() {
        List<Simulation.Output> outputs = new Fixture()
                .record(1000, "v-1", 1, 1, 0.5)
                .record(2000, "v-1", 1, 2, 0.5)
                .record(3000, "v-1", 1, 3, 0.5)
                .record(4000, "v-1", 1, 4, 0.5)
                .outcome(HOUR, "v-1", 1, 0, 5000)
                .simulation()
                .run();

        List<Simulation.Output> sent = Simulation.sent(outputs);
        assertEquals(1, sent.size());
        assertEquals(HOUR + 30_000, sent.get(0).at());
        ModelUpdate update = (ModelUpdate) sent.get(0).message();
        assertEquals(4, update.examples());
        assertEquals(HOUR, update.dataEndedMs());
    }

    @Test
    void anOlderGlobalModelThanTheOneInUseIsIgnored() {
        Fixture fixture = new Fixture();
        Parameters global = fixture.learner().parameters();
        List<Simulation.Output> outputs = fixture.model(1000, 2, global)
                .model(2000, 1, global)
                .model(3000, 2, global)
                .simulation()
                .run();
        assertEquals(List.of(new Adoption(NODE, 1000, 2)), Simulation.of(Adoption.class, outputs));
    }

    @Test
    void aBatchNeverHoldsMoreThanItsLimit() {
        Fixture fixture = new Fixture();
        for (int i = 1; i <= 3000; i++) {
            fixture.record(i, "v-1", 1, i, 0.5);
        }
        fixture.simulation().run();
        assertEquals(List.of(1024, 1024, 952), fixture.learner().batches());
    }

    @Test
    void oneNodeWithoutDelayLearnsAsIfItWereAloneWhateverItsWayOfAdopting() {
        List<Prediction> alone = predictions(new Fixture().content(Optional.empty()));
        assertNotEquals(
                alone.get(0).probabilities(), alone.get(alone.size() - 1).probabilities());
        for (Adopt adopt : List.of(new Adopt.Replace(), new Adopt.Rebase(), new Adopt.Mix(1), new Adopt.Mix(0))) {
            List<Prediction> federated = predictions(new Fixture().adopt(adopt).computeMs(0));
            assertTrue(federated.get(federated.size() - 1).version() > 10, adopt.toString());
            assertEquals(
                    alone.stream().map(Prediction::probabilities).toList(),
                    federated.stream().map(Prediction::probabilities).toList(),
                    adopt.toString());
        }
    }

    private static List<Prediction> predictions(Fixture fixture) {
        return Simulation.of(Prediction.class, echoed(fixture.outcomesEvery(MINUTE), 1));
    }

    /** An aggregator that makes each update the global model, or adds it to the one before. */
    private static List<Simulation.Output> echoed(Fixture fixture, long delayMs) {
        Simulation simulation = fixture.simulation();
        Parameters[] global = {fixture.learner().parameters()};
        simulation.onSend(output -> {
            ModelUpdate update = (ModelUpdate) output.message();
            global[0] = update.content() == Content.DELTA ? global[0].plus(update.parameters()) : update.parameters();
            long at = output.at() + delayMs;
            simulation.deliver(new Simulation.Arrival(
                    at, "aggregator", at, new GlobalModel(update.round(), output.at(), 1, 0, 0, 0, global[0])));
        });
        return simulation.run();
    }

    @Test
    void aRebasingNodeLosesNothingByTheDelayOfItsOwnUpdatesAndAReplacingOneDoes() {
        Parameters alone = last(new Fixture().outcomesEvery(MINUTE).content(Optional.empty()));
        for (Content content : List.of(Content.PARAMETERS, Content.DELTA)) {
            Parameters rebased = last(new Fixture().outcomesEvery(MINUTE).content(Optional.of(content)));
            assertTrue(
                    rebased.minus(alone).norm() < 1e-4,
                    content + ": " + rebased.minus(alone).norm());
        }
        Parameters replaced = last(new Fixture().outcomesEvery(MINUTE).adopt(new Adopt.Replace()));
        assertTrue(
                replaced.minus(alone).norm() > 1e-2, "" + replaced.minus(alone).norm());
    }

    @Test
    void aDeltaHoldsTheNodesOwnProgressAndNothingOfTheModelItAdopted() {
        Parameters foreign = Parameters.of(5, -4, 3, -2, 1, 0);
        for (Adopt adopt : List.of(new Adopt.Replace(), new Adopt.Rebase(), new Adopt.Mix(0.25))) {
            Fixture fixture = new Fixture().adopt(adopt).content(Optional.of(Content.DELTA));
            Parameters initial = fixture.learner().parameters();
            for (int leg = 1; leg <= 10; leg++) {
                fixture.record(leg * MINUTE - 10, "v-1", leg, leg, 0.5)
                        .outcome(leg * MINUTE, "v-1", leg, 0, leg * MINUTE);
            }
            List<Simulation.Output> outputs =
                    fixture.model(1000, 1, foreign).simulation().run();

            List<Simulation.Output> sent = Simulation.sent(outputs);
            assertEquals(1, sent.size(), adopt.toString());
            Parameters progress = ((ModelUpdate) sent.get(0).message()).parameters();
            Parameters adopted = adopt.adopted(Merging.AVERAGE, initial, initial, foreign);
            Parameters last = Simulation.of(FinalModel.class, outputs).get(0).parameters();
            assertTrue(progress.norm() > 1e-2, adopt.toString());
            assertTrue(last.minus(adopted.plus(progress)).norm() < 1e-5, adopt.toString());
        }
    }

    @Test
    void aProximalTermHoldsToTheGlobalModelAdoptedLastAndNotToWhatTheNodeMadeOfIt() {
        Parameters foreign = Parameters.of(5, -4, 3, -2, 1, 0);
        for (Adopt adopt : List.of(new Adopt.Replace(), new Adopt.Rebase(), new Adopt.Mix(0))) {
            double free = distance(foreign, new Fixture().adopt(adopt));
            double held = distance(foreign, new Fixture().adopt(adopt).proximal(2));
            assertTrue(held < 0.3 * free, adopt + ": " + held + " of " + free);
        }
    }

    private static double distance(Parameters global, Fixture fixture) {
        List<Simulation.Output> outputs = fixture.outcomesEvery(MINUTE)
                .model(HOUR, 1, global)
                .simulation()
                .run();
        Parameters last = Simulation.of(FinalModel.class, outputs).get(0).parameters();
        return last.minus(global).norm();
    }

    @Test
    void progressOnceReplacedIsNotSent() {
        Fixture fixture = new Fixture().adopt(new Adopt.Replace()).outcomesEvery(MINUTE);
        Parameters foreign = fixture.learner().parameters();
        List<Simulation.Output> outputs = fixture.exchangeOffsetMs(3 * MINUTE)
                .model(17 * MINUTE, 1, foreign)
                .simulation()
                .run();

        // trained at 10 and 15, replaced at 17: nothing to cut at 18
        assertEquals(33 * MINUTE + 30_000, Simulation.sent(outputs).get(0).at());
    }

    /** The final model where each global model comes back seven minutes after its update was sent. */
    private static Parameters last(Fixture fixture) {
        return Simulation.of(FinalModel.class, echoed(fixture, 7 * MINUTE))
                .get(0)
                .parameters();
    }
}
