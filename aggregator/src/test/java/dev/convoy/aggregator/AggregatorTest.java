package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.limited;
import static dev.convoy.aggregator.Fixtures.node;
import static dev.convoy.aggregator.Fixtures.parameters;
import static dev.convoy.aggregator.Fixtures.triggered;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.ActorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AggregatorTest {
    private static final Parameters ZERO = Parameters.of(0, 0);
    private static final AggregatorConfig PAIRS = config(new FedBuff(1), Weighting.EQUAL, 2);

    @Test
    void everyVersionGoesToAllNodesInTheAggregatorsName() {
        Stage stage = new Stage(aggregator(PAIRS, ZERO, 3));

        stage.arrive(10, delta(3, 1, 0, 1, 3, 0)).arrive(20, delta(1, 1, 0, 1, 0, 4));

        Stage.Broadcast broadcast = stage.broadcasts().get(0);
        assertEquals("aggregator", broadcast.key());
        assertEquals(
                List.of("node-1", "node-2", "node-3"),
                broadcast.receivers().stream().map(ActorId::name).toList());
        assertEquals(20, broadcast.model().timeMs());
        assertEquals(1, broadcast.model().version());
        assertEquals(2, broadcast.model().updates());
        assertEquals(2.5, broadcast.model().stepNorm());
        assertEquals(Parameters.of(1.5f, 2), broadcast.model().parameters());
    }

    @Test
    void aFateSaysWhenHowLateAndHowMuch() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 1), ZERO, 2));
        stage.arrive(10, delta(1, 1, 0, 1, 1, 1)).arrive(20, delta(1, 2, 1, 1, 1, 1));

        stage.arrive(30, new ModelUpdate(node(2), 1, 1, 9, 12, 0.5, Content.DELTA, Parameters.of(1, 1)));

        assertEquals(
                new UpdateFate(
                        node(2), 1, 30, 1, 18, Fate.AGGREGATED, "", OptionalDouble.of(0.707106781), OptionalLong.of(3)),
                stage.lastFate());
        assertEquals(1, stage.newest().meanStaleness());
        assertEquals(1, stage.newest().maxStaleness());
    }

    @Test
    void whatIsWrongWithAnUpdateIsSaidInOneWord() {
        Stage stage = new Stage(aggregator(PAIRS, ZERO, 2));

        assertRejected("node", stage.arrive(1, delta(3, 1, 0, 1, 1, 1)));
        assertRejected("content", stage.arrive(2, parameters(1, 1, 0, 1, 1, 1)));
        assertRejected("shape", stage.arrive(3, delta(1, 1, 0, 1, 1)));
        assertRejected("non-finite", stage.arrive(4, delta(1, 1, 0, 1, 1, Float.NaN)));
        assertRejected("base-version", stage.arrive(5, delta(1, 1, 1, 1, 1, 1)));
        assertRejected("duplicate", stage.arrive(6, delta(1, 1, 0, 1, 1, 1)));
        assertEquals(6, stage.fates().size());
        stage.arrive(7, delta(1, 2, 0, 1, 1, 1));
        assertEquals(6, stage.fates().size());
        assertRejected("duplicate", stage.arrive(8, delta(1, 2, 0, 1, 1, 1)));
        assertEquals(List.of(), stage.broadcasts());
    }

    @Test
    void anUpdateBeyondTheLimitIsRejectedWhenItArrives() {
        AggregatorConfig config =
                limited(config(new FedBuff(1), Weighting.EQUAL, 1), new StalenessLimit(Optional.of(1L), age(100)));
        Stage stage = new Stage(aggregator(config, ZERO, 2));
        stage.arrive(1, delta(1, 1, 0, 1, 1, 1)).arrive(2, delta(1, 2, 0, 1, 1, 1));
        assertEquals(2, stage.newest().version());

        assertRejected("staleness", stage.arrive(3, delta(2, 1, 0, 1, 1, 1)));
        assertEquals(2, stage.lastFate().staleness());
        assertRejected("age", stage.arrive(101, delta(2, 2, 2, 1, 1, 1)));
        assertEquals(101, stage.lastFate().ageMs());
    }

    @Test
    void whatAgesInTheBufferDoesNotCountWhenTheTriggerFires() {
        AggregatorConfig config = limited(PAIRS, new StalenessLimit(Optional.empty(), age(100)));
        Stage stage = new Stage(aggregator(config, ZERO, 2));
        stage.arrive(90, delta(1, 1, 0, 1, 1, 1));

        stage.arrive(150, new ModelUpdate(node(2), 1, 0, 1, 140, 0.5, Content.DELTA, Parameters.of(2, 2)));
        assertEquals(List.of(), stage.broadcasts());
        assertRejected("age", stage);
        assertEquals(node(1), stage.lastFate().node());
        stage.arrive(160, new ModelUpdate(node(1), 2, 0, 1, 140, 0.5, Content.DELTA, Parameters.of(4, 4)));

        assertEquals(Parameters.of(3, 3), stage.newest().parameters());
    }

    @Test
    void theDeadlineCountsFromTheFirstUpdateInTheBuffer() {
        AggregatorConfig config = triggered(PAIRS, new Trigger(Optional.of(3), Optional.of(Duration.ofMillis(100))));
        Stage stage = new Stage(aggregator(config, ZERO, 2));

        stage.arrive(10, delta(1, 1, 0, 1, 1, 1)).arrive(90, delta(2, 1, 0, 1, 3, 3));
        stage.fireTimersBefore(111);

        assertEquals(110, stage.newest().timeMs());
        assertEquals(Parameters.of(2, 2), stage.newest().parameters());
    }

    @Test
    void aDeadlineThatTheCountForestalledIsForgotten() {
        AggregatorConfig config = triggered(PAIRS, new Trigger(Optional.of(2), Optional.of(Duration.ofMillis(100))));
        Stage stage = new Stage(aggregator(config, ZERO, 2));

        stage.arrive(10, delta(1, 1, 0, 1, 1, 1)).arrive(20, delta(2, 1, 0, 1, 1, 1));
        stage.arrive(30, delta(1, 2, 0, 1, 1, 1));
        stage.fireTimersBefore(130);
        assertEquals(1, stage.broadcasts().size());
        stage.fireTimersBefore(131);

        assertEquals(130, stage.newest().timeMs());
    }

    @Test
    void aDeadlineThatFindsOnlyOverAgeUpdatesMakesNoVersion() {
        AggregatorConfig config = limited(
                triggered(PAIRS, new Trigger(Optional.of(2), Optional.of(Duration.ofMillis(100)))),
                new StalenessLimit(Optional.empty(), age(50)));
        Stage stage = new Stage(aggregator(config, ZERO, 2));

        stage.arrive(10, delta(1, 1, 0, 1, 1, 1));
        stage.fireTimersBefore(1000);

        assertRejected("age", stage);
        assertEquals(List.of(), stage.broadcasts());
    }

    @Test
    void aMergeThatLeavesTheRangeOfAFloatIsRejected() {
        Stage stage = new Stage(aggregator(config(new FedBuff(4), Weighting.EQUAL, 1), ZERO, 2));

        stage.arrive(1, delta(1, 1, 0, 1, Float.MAX_VALUE, 0));
        assertRejected("overflow", stage);
        stage.arrive(2, delta(1, 2, 0, 1, 1, 0));

        assertEquals(1, stage.newest().version());
        assertEquals(Parameters.of(4, 0), stage.newest().parameters());
    }

    @Test
    void whatIsBufferedAtTheEndIsUnfinished() {
        Stage stage = new Stage(aggregator(PAIRS, ZERO, 2));
        stage.arrive(10, delta(2, 1, 0, 1, 1, 1));

        stage.finish(500);

        assertEquals(
                List.of(new UpdateFate(
                        node(2), 1, 500, 0, 500, Fate.UNFINISHED, "end", OptionalDouble.of(0), OptionalLong.empty())),
                stage.fates());
    }

    @Test
    void aFinalModelIsNotAnUpdate() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 1), ZERO, 2));

        stage.arrive(10, new FinalModel(node(1), 0, Parameters.of(1, 1)));
        stage.finish(20);

        assertEquals(List.of(), stage.fates());
        assertEquals(List.of(), stage.broadcasts());
    }

    @Test
    void aSnapshotOfARestoredAggregatorIsTheSame() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 3), ZERO, 2));
        stage.arrive(10, delta(2, 1, 0, 1, 1, 1)).arrive(11, delta(1, 7, 0, 1, 1, 1));
        byte[] before = Stage.snapshot(stage.aggregator());

        stage.restoreInto(aggregator(config(new FedBuff(1), Weighting.EQUAL, 3), ZERO, 2));

        assertArrayEquals(before, Stage.snapshot(stage.aggregator()));
    }

    private static void assertRejected(String reason, Stage stage) {
        assertEquals(Fate.REJECTED, stage.lastFate().fate());
        assertEquals(reason, stage.lastFate().reason());
        assertEquals(OptionalDouble.of(0), stage.lastFate().weight());
    }

    private static Optional<Duration> age(long millis) {
        return Optional.of(Duration.ofMillis(millis));
    }
}
