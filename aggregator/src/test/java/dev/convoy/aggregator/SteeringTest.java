package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.late;
import static dev.convoy.aggregator.Fixtures.node;
import static dev.convoy.aggregator.Fixtures.slotted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Request.Hold;
import dev.convoy.exchange.Request.Invite;
import dev.convoy.exchange.Request.SendNow;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stragglers are waited for, pulled, or held for; slots let in so many at a time. */
class SteeringTest {
    private static final Parameters ZERO = Parameters.of(0);
    private static final AggregatorConfig EACH = config(new FedBuff(1), Weighting.EQUAL, 1);
    private static final StalenessLimit TWO = StalenessLimit.parse("2");
    private static final Duration AT_MOST = Duration.ofMillis(100);

    /** Version 3 would leave node 2, of which nothing newer than version 0 is known, beyond the limit of 2. */
    private static Stage after(Beyond beyond) {
        Stage stage = new Stage(aggregator(late(EACH, TWO, beyond), ZERO, 2));
        return stage.arrive(10, delta(1, 1, 0, 1, 1))
                .arrive(20, delta(1, 2, 1, 1, 1))
                .arrive(30, delta(1, 3, 2, 1, 1));
    }

    @Test
    void aMergeThatCouldPutANodesNextUpdateBeyondTheLimitWaitsForOneFromANewerVersion() {
        Stage stage = after(new Beyond.Wait(AT_MOST));
        assertEquals(2, stage.newest().version());

        stage.arrive(50, delta(2, 1, 0, 1, 1));
        assertEquals(2, stage.newest().version());
        stage.arrive(60, delta(2, 2, 1, 1, 1));

        assertEquals(3, stage.newest().version());
        assertEquals(60, stage.newest().timeMs());
        assertEquals(3, stage.newest().updates());
        assertTrue(stage.fates().stream().allMatch(fate -> fate.fate() == Fate.AGGREGATED));
    }

    @Test
    void aMergeWaitsNoLongerThanItMay() {
        Stage stage = after(new Beyond.Wait(AT_MOST));

        stage.arrive(200, delta(1, 4, 3, 1, 1));

        assertEquals(List.of(10L, 20L, 130L, 200L), times(stage), "node 2 is not waited for before it is heard of");
        stage.arrive(210, delta(2, 1, 0, 1, 1));
        assertEquals("staleness", stage.lastFate().reason());
        stage.arrive(220, delta(1, 5, 4, 1, 1));
        assertEquals(4, stage.newest().version(), "now it is");
    }

    @Test
    void aNodeIsHeardOfThroughAnUpdateThatIsRejectedToo() {
        Stage stage = after(new Beyond.Wait(AT_MOST));

        stage.arrive(40, delta(2, 1, 2, 1, Float.NaN));

        assertEquals(List.of(10L, 20L, 40L), times(stage));
    }

    @Test
    void aNodeThatFallsBehindIsAskedOnceForWhatItHas() {
        Stage stage = after(new Beyond.Pull());
        assertEquals(List.of(new SendNow(node(2), 1, 20)), stage.requests());
        assertEquals(3, stage.newest().version());

        stage.arrive(40, delta(2, 1, 2, 1, 1));

        assertEquals(
                List.of(new SendNow(node(2), 1, 20), new SendNow(node(1), 2, 40), new SendNow(node(2), 3, 40)),
                stage.requests(),
                "version 5 would leave both behind");
    }

    @Test
    void whoeverIsNotBehindHoldsBackForThoseWhoAre() {
        Stage stage = new Stage(aggregator(late(EACH, TWO, new Beyond.Pace(AT_MOST)), ZERO, 3));

        stage.arrive(10, delta(1, 1, 0, 1, 1)).arrive(20, delta(1, 2, 1, 1, 1));
        stage.arrive(30, delta(2, 1, 2, 1, 1)).arrive(40, delta(3, 1, 3, 1, 1));

        assertEquals(
                List.of(
                        new Hold(node(1), 1, 20, 120),
                        new Hold(node(1), 2, 30, 30),
                        new Hold(node(2), 3, 30, 120),
                        new Hold(node(2), 4, 40, 40),
                        new Hold(node(3), 5, 40, 120)),
                stage.requests());
        assertEquals(4, stage.newest().version(), "what is on its way is merged");
    }

    @Test
    void whoeverHoldsBackIsLetGoWhenPatienceEnds() {
        Stage stage = new Stage(aggregator(late(EACH, TWO, new Beyond.Pace(AT_MOST)), ZERO, 2));
        stage.arrive(10, delta(1, 1, 0, 1, 1)).arrive(20, delta(1, 2, 1, 1, 1));
        stage.fireTimersBefore(500);

        assertEquals(List.of(new Hold(node(1), 1, 20, 120), new Hold(node(1), 2, 120, 120)), stage.requests());
    }

    @Test
    void slotsThatAreAllOpenAtOnceMakeRounds() {
        AggregatorConfig rounds = slotted(config(new FedBuff(1), Weighting.EQUAL, 3), new Slots(3, 3, AT_MOST));
        Stage stage = new Stage(aggregator(rounds, ZERO, 3));
        assertEquals(
                List.of(new Invite(node(1), 1, 0, 0), new Invite(node(2), 2, 0, 0), new Invite(node(3), 3, 0, 0)),
                stage.requests());

        stage.arrive(10, delta(2, 1, 0, 1, 1)).arrive(20, delta(1, 1, 0, 1, 1));
        assertEquals(3, stage.requests().size());
        stage.arrive(30, delta(3, 1, 0, 1, 1));

        assertEquals(
                List.of(new Invite(node(2), 4, 30, 1), new Invite(node(1), 5, 30, 1), new Invite(node(3), 6, 30, 1)),
                stage.requests().subList(3, 6));
    }

    @Test
    void whoeverHasWaitedLongestGetsTheSlotThatOpensOrLapses() {
        AggregatorConfig two = slotted(config(new FedBuff(1), Weighting.EQUAL, 1), new Slots(2, 1, AT_MOST));
        Stage stage = new Stage(aggregator(two, ZERO, 4));

        stage.arrive(10, delta(2, 1, 0, 1, 1));
        assertEquals(new Invite(node(3), 3, 10, 1), stage.requests().get(2));

        stage.fireTimersBefore(101);
        assertEquals(new Invite(node(4), 4, 100, 1), stage.requests().get(3), "node 1 did not answer");
    }

    @Test
    void senselessCombinationsAreRefused() {
        Beyond.Wait wait = new Beyond.Wait(AT_MOST);
        assertRefused("limit of 0 versions", () -> late(EACH, StalenessLimit.parse("0"), wait));
        assertRefused("limit of age alone", () -> late(EACH, StalenessLimit.parse("30m"), wait));
        assertRefused("must be reject", () -> slotted(late(EACH, TWO, wait), Slots.standard()));
        assertRefused("at most the number of nodes, 1", () -> aggregator(slotted(EACH, Slots.standard()), ZERO, 1));
        assertRefused("from 1 to active, 2", () -> new Slots(2, 3, AT_MOST));
        assertRefused(
                "fedasync merges each update", () -> late(config(new FedAsync(0.6), Weighting.EQUAL, 1), TWO, wait));
        late(EACH, StalenessLimit.none(), wait);
    }

    private static void assertRefused(String part, Runnable attempt) {
        String message =
                assertThrows(IllegalArgumentException.class, attempt::run).getMessage();
        assertTrue(message.contains(part), message);
    }

    private static List<Long> times(Stage stage) {
        return stage.models().stream().map(GlobalModel::timeMs).toList();
    }
}
