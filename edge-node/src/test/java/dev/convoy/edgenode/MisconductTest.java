package dev.convoy.edgenode;

import static dev.convoy.edgenode.Fixture.HOUR;
import static dev.convoy.edgenode.Scenario.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a node with faults sends, against what it would have sent without. */
class MisconductTest {
    private static Fixture learning() {
        return new Fixture().outcomesEvery(MINUTE).model(40 * MINUTE, 1, Parameters.of(1, 2, 3, 4, 5, 6));
    }

    private static List<Simulation.Output> sent(Fixture fixture) {
        return Simulation.sent(fixture.simulation().run());
    }

    private static ModelUpdate update(Simulation.Output output) {
        return (ModelUpdate) output.message();
    }

    @Test
    void aNodeWithOldModelsSendsInEachRoundWhatAnHonestOneSentSomeRoundsBefore() {
        for (Content content : List.of(Content.PARAMETERS, Content.DELTA)) {
            List<Simulation.Output> honest = sent(learning().content(Optional.of(content)));
            List<Simulation.Output> faulty =
                    sent(learning().content(Optional.of(content)).sends(0, 4 * HOUR, new UpdateFault.OldModel(3)));
            assertEquals(honest.size(), faulty.size());
            assertTrue(honest.size() > 10, "updates: " + honest.size());
            for (int i = 0; i < honest.size(); i++) {
                assertEquals(honest.get(i).at(), faulty.get(i).at());
                ModelUpdate old = update(honest.get(Math.max(0, i - 3)));
                assertEquals(inRound(i + 1, old), update(faulty.get(i)));
            }
        }
    }

    private static ModelUpdate inRound(long round, ModelUpdate update) {
        return new ModelUpdate(
                update.node(),
                round,
                update.baseVersion(),
                update.examples(),
                update.dataEndedMs(),
                update.accuracy(),
                update.content(),
                update.parameters());
    }

    @Test
    void oldModelsAreSentOnlyWhileTheFaultLastsAndReachBackBeyondItsBeginning() {
        List<Simulation.Output> honest = sent(learning());
        List<Simulation.Output> faulty = sent(learning().sends(HOUR, 2 * HOUR, new UpdateFault.OldModel(2)));
        int old = 0;
        for (int i = 0; i < honest.size(); i++) {
            boolean lasts = honest.get(i).at() >= HOUR && honest.get(i).at() < 2 * HOUR;
            assertEquals(inRound(i + 1, update(honest.get(lasts ? i - 2 : i))), update(faulty.get(i)));
            old += lasts ? 1 : 0;
        }
        assertEquals(4, old);
    }

    @Test
    void aSlowNodeSendsTheSameUpdatesLater() {
        List<Simulation.Output> honest = sent(learning());
        List<Simulation.Output> slow = sent(learning().slow(HOUR, 2 * HOUR, 4));
        assertEquals(honest.size(), slow.size());
        for (int i = 0; i < honest.size(); i++) {
            long cut = honest.get(i).at() - 30_000;
            boolean lasts = cut >= HOUR && cut < 2 * HOUR;
            assertEquals(honest.get(i).message(), slow.get(i).message());
            assertEquals(cut + (lasts ? 4 : 1) * 30_000, slow.get(i).at());
        }
    }

    @Test
    void whatIsDoneToTheNumbersLeavesAllElseAsItWas() {
        List<Simulation.Output> honest = sent(learning());
        for (UpdateFault fault : List.of(
                new UpdateFault.SignFlipped(),
                new UpdateFault.Scaled(-2.5),
                new UpdateFault.Noisy(0.5),
                new UpdateFault.NotNumbers())) {
            List<Simulation.Output> faulty = sent(learning().sends(HOUR, 4 * HOUR, fault));
            for (int i = 0; i < honest.size(); i++) {
                ModelUpdate before = update(honest.get(i));
                ModelUpdate after = update(faulty.get(i));
                assertEquals(honest.get(i).at(), faulty.get(i).at());
                assertEquals(before.examples(), after.examples());
                assertEquals(before.baseVersion(), after.baseVersion());
                assertEquals(honest.get(i).at() < HOUR, before.equals(after), fault + ": " + after);
            }
        }
    }

    private static Parameters inPlaceOf(Parameters parameters, UpdateFault fault) {
        ModelUpdate update = new ModelUpdate(new NodeId(1), 4, 2, 8, 500, 0.5, Content.DELTA, parameters);
        return fault.inPlaceOf(update, List.of(), RandomStream.named(3, "noise"))
                .parameters();
    }

    @Test
    void numbersAreFlippedScaledAndLost() {
        Parameters own = Parameters.of(1, -2, 0.5f);
        assertEquals(Parameters.of(-1, 2, -0.5f), inPlaceOf(own, new UpdateFault.SignFlipped()));
        assertEquals(Parameters.of(3, -6, 1.5f), inPlaceOf(own, new UpdateFault.Scaled(3)));
        assertEquals(Parameters.of(Float.NaN, Float.NaN, Float.NaN), inPlaceOf(own, new UpdateFault.NotNumbers()));
        assertEquals(inPlaceOf(own, new UpdateFault.SignFlipped()), inPlaceOf(own, new UpdateFault.Scaled(-1)));
    }

    @Test
    void noiseIsAsLargeAsItsDeviationSaysBesideTheUpdate() {
        int size = 200_000;
        float[] own = new float[size];
        for (int i = 0; i < size; i++) {
            own[i] = i % 2 == 0 ? 0.03f : -0.04f;
        }
        double rootMeanSquare = Math.sqrt((0.03 * 0.03 + 0.04 * 0.04) / 2);
        Parameters noise =
                inPlaceOf(Parameters.of(own), new UpdateFault.Noisy(0.7)).minus(Parameters.of(own));
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += noise.get(i) / size;
        }
        assertEquals(0.7, noise.norm() / Math.sqrt(size) / rootMeanSquare, 0.01);
        assertEquals(0, mean / rootMeanSquare, 0.01);
    }

    @Test
    void everyThirdRoundThatIsMissedGoesIntoTheNextUpdate() {
        List<Simulation.Output> honest = sent(learning());
        List<Simulation.Output> faulty = sent(learning().misses(0, 4 * HOUR, new MissedRounds(Optional.of(3), 0)));
        int next = 0;
        for (int i = 0; i < honest.size(); i++) {
            if (i % 3 == 2) {
                continue;
            }
            ModelUpdate update = update(faulty.get(next));
            int carried = i % 3 == 0 && i > 0 ? update(honest.get(i - 1)).examples() : 0;
            assertEquals(honest.get(i).at(), faulty.get(next).at());
            assertEquals(next + 1, update.round(), "rounds that are missed are not counted");
            assertEquals(update(honest.get(i)).examples() + carried, update.examples());
            next++;
        }
        assertEquals(next, faulty.size());
    }

    @Test
    void roundsAreMissedOnlyWhileTheFaultLasts() {
        List<Simulation.Output> faulty = sent(learning().misses(HOUR, 2 * HOUR, new MissedRounds(Optional.of(1), 0)));
        assertTrue(faulty.stream().noneMatch(s -> s.at() >= HOUR && s.at() < 2 * HOUR), faulty.toString());
        assertEquals(sent(learning()).size() - 4, faulty.size());
    }

    @Test
    void afterAMissedRoundAPolicyWaitsAsIfThereHadBeenAnUpdate() {
        SyncPolicy silence = new SyncPolicy.OnDrift(Optional.of(Duration.ofMinutes(30)), Duration.ofMinutes(30));
        List<Simulation.Output> honest = sent(learning().sync(silence));
        List<Simulation.Output> faulty =
                sent(learning().sync(silence).misses(0, 4 * HOUR, new MissedRounds(Optional.of(2), 0)));
        assertTrue(honest.size() >= 6, "updates: " + honest.size());
        assertEquals((honest.size() + 1) / 2, faulty.size());
        for (int i = 0; i < faulty.size(); i++) {
            assertEquals(honest.get(2 * i).at(), faulty.get(i).at());
        }
    }

    @Test
    void byChanceAsManyRoundsAreMissedAsTheProbabilitySays() {
        int rounds = 100_000;
        for (double probability : new double[] {0, 0.1, 0.35, 1}) {
            RandomGenerator random = RandomStream.named(3, "missed-rounds");
            MissedRounds every7th = new MissedRounds(Optional.of(7), probability);
            int missed = 0;
            for (int round = 1; round <= rounds; round++) {
                missed += every7th.misses(round, random) ? 1 : 0;
            }
            double expected = 1 - (1 - probability) * 6 / 7;
            assertEquals(expected, (double) missed / rounds, 0.005, "probability " + probability);
        }
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        for (int rounds : new int[] {-1, 0, 1001}) {
            assertThrows(IllegalArgumentException.class, () -> new UpdateFault.OldModel(rounds));
        }
        for (double deviation : new double[] {-0.1, 0, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new UpdateFault.Noisy(deviation));
        }
        assertThrows(IllegalArgumentException.class, () -> new UpdateFault.Scaled(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new MissedRounds(Optional.empty(), 0));
        assertThrows(IllegalArgumentException.class, () -> new MissedRounds(Optional.of(0), 0.5));
        for (double probability : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new MissedRounds(Optional.of(2), probability));
        }
    }
}
