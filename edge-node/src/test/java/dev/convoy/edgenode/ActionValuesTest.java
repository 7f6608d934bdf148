package dev.convoy.edgenode;

import static dev.convoy.edgenode.SyncAction.PULL;
import static dev.convoy.edgenode.SyncAction.PUSH;
import static dev.convoy.edgenode.SyncAction.PUSH_AND_PULL;
import static dev.convoy.edgenode.SyncAction.SKIP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.edgenode.SyncState.Trend;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ActionValuesTest {
    private static final SyncState HERE = SyncState.of(0, Trend.FLAT, true, false);
    private static final SyncState THERE = SyncState.of(1, Trend.UP, true, true);
    private static final double EXACT = 1e-15;

    private final ActionValues values = new ActionValues();

    private void learn(SyncState state, SyncAction action, double reward, SyncState next, SyncAction most) {
        values.learn(state, action, reward, next, most, Learned.standard());
    }

    @Test
    void aValueMovesATenthOfTheWayToTheRewardAndNineTenthsOfTheBestThatFollows() {
        learn(THERE, PUSH, 2, HERE, PUSH_AND_PULL);
        assertEquals(0.2, values.value(THERE, PUSH), EXACT);

        // 0.1 (1 + 0.9 * 0.2 - 0)
        learn(HERE, SKIP, 1, THERE, PUSH_AND_PULL);
        assertEquals(0.118, values.value(HERE, SKIP), EXACT);

        // 0.118 + 0.1 (-0.5 + 0.9 * 0.2 - 0.118)
        learn(HERE, SKIP, -0.5, THERE, PUSH);
        assertEquals(0.0742, values.value(HERE, SKIP), EXACT);

        // where there was nothing to push, the value of pushing does not count: 0.0742 + 0.1 (0 + 0.9 * 0 - 0.0742)
        learn(HERE, SKIP, 0, THERE, PULL);
        assertEquals(0.06678, values.value(HERE, SKIP), EXACT);
        assertEquals(0, values.value(HERE, PUSH), EXACT);
    }

    @Test
    void whoHasLearnedNothingDoesAllThatCanBeDone() {
        for (SyncAction most : SyncAction.values()) {
            assertEquals(most, values.best(HERE, most));
        }
    }

    @Test
    void theBestActionIsOneOfThoseThatCanBeTaken() {
        learn(HERE, PUSH_AND_PULL, 2, THERE, SKIP);
        learn(HERE, PULL, 1, THERE, SKIP);
        learn(HERE, PUSH, -1, THERE, SKIP);

        assertEquals(PUSH_AND_PULL, values.best(HERE, PUSH_AND_PULL));
        assertEquals(PULL, values.best(HERE, PULL));
        assertEquals(SKIP, values.best(HERE, PUSH));
    }

    @Test
    void anActionHasWithinItWhatDoesNoMore() {
        assertEquals(List.of(SKIP), SKIP.within());
        assertEquals(List.of(SKIP, PUSH), PUSH.within());
        assertEquals(List.of(SKIP, PULL), PULL.within());
        assertEquals(List.of(SKIP, PUSH, PULL, PUSH_AND_PULL), PUSH_AND_PULL.within());
        for (SyncAction action : SyncAction.values()) {
            assertEquals(action, SyncAction.of(action.pushes(), action.pulls()));
        }
    }

    @Test
    void stalenessIsToldApartAsNoneOneTwoToThreeFourToSevenAndMore() {
        List<Integer> ages = List.of(0L, 1L, 2L, 3L, 4L, 7L, 8L, Long.MAX_VALUE).stream()
                .map(staleness ->
                        SyncState.of(staleness, Trend.FLAT, true, true).age())
                .toList();
        assertEquals(List.of(0, 1, 2, 2, 3, 3, 4, 4), ages);
    }

    @Test
    void everyStateHasAPlaceOfItsOwn() {
        TreeSet<Integer> places = new TreeSet<>();
        for (long staleness : List.of(0, 1, 2, 4, 8)) {
            for (Trend trend : Trend.values()) {
                for (boolean good : List.of(true, false)) {
                    places.add(SyncState.of(staleness, trend, good, true).index());
                    places.add(SyncState.of(staleness, trend, good, false).index());
                }
            }
        }
        assertEquals(SyncState.COUNT, places.size());
        assertTrue(places.first() == 0 && places.last() == SyncState.COUNT - 1, places.toString());
    }

    @Test
    void explorationFallsEvenlyAndThenStays() {
        Learned.Epsilon epsilon = new Learned.Epsilon(0.1, 0.01, 200);
        assertEquals(0.1, epsilon.after(0), EXACT);
        assertEquals(0.055, epsilon.after(100), EXACT);
        assertEquals(0.01, epsilon.after(200), EXACT);
        assertEquals(0.01, epsilon.after(1_000_000), EXACT);
    }

    @Test
    void aTrendIsTheDifferenceOfTwoWindowsUnlessItIsSmall() {
        RecentLosses losses = new RecentLosses(2, 0.125);
        StringBuilder seen = new StringBuilder();
        for (double loss : new double[] {1, 1, 0.5, 1.25, 1, 2, 0.25, 0.25}) {
            losses.add(loss);
            seen.append(losses.trend()).append(' ');
        }

        // 1, 1 | .5, 1.25; 1, .5 | 1.25, 1; .5, 1.25 | 1, 2; 1.25, 1 | 2, .25; 1, 2 | .25, .25
        assertEquals("FLAT FLAT FLAT FLAT UP UP FLAT DOWN ", seen.toString());
        assertEquals(0.25, losses.mean().orElseThrow(), EXACT);
    }
}
