package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CorrectedNodeTest {
    private static final long HOUR = Fixture.HOUR;
    private static final List<Adopt> ADOPTS = List.of(new Adopt.Replace(), new Adopt.Rebase());

    /** Of gradients that are all the same, however many steps there were and whatever they were corrected by. */
    @Test
    void theChangesANodeSendsAddUpToTheMeanOfItsGradients() {
        for (Adopt adopt : ADOPTS) {
            for (int seed = 0; seed < 20; seed++) {
                List<ModelUpdate> updates = updates(node(Content.CORRECTED, adopt), seed);
                assertTrue(updates.size() > 8, "updates: " + updates.size());
                Parameters own = Parameters.zeros(SlopeLearner.SLOPE.size());
                for (ModelUpdate update : updates) {
                    own = own.plus(update.control().orElseThrow());
                    for (int i = 0; i < own.size(); i++) {
                        assertEquals(SlopeLearner.SLOPE.get(i), own.get(i), 1e-5, adopt + ", seed " + seed);
                    }
                }
            }
        }
    }

    @Test
    void aNodeStepsAlongItsGradientAndTheControlVariateOfAll() {
        Parameters all = Parameters.of(1, 2, -4);
        Fixture fixture = node(Content.CORRECTED, new Adopt.Replace()).model(1, 1, Parameters.zeros(3), all);
        Parameters progress = of(fixture.simulation().run()).get(0).parameters();

        Parameters corrected = SlopeLearner.SLOPE.plus(all);
        float way = -progress.get(0) / corrected.get(0);
        assertTrue(way > 0);
        for (int i = 0; i < 3; i++) {
            assertEquals(-way * corrected.get(i), progress.get(i), 1e-5);
        }
    }

    @Test
    void beforeTheFirstControlVariateANodeStepsAsIfThereWereNone() {
        for (Adopt adopt : ADOPTS) {
            ModelUpdate corrected =
                    of(node(Content.CORRECTED, adopt).simulation().run()).get(0);
            ModelUpdate plain =
                    of(node(Content.DELTA, adopt).simulation().run()).get(0);

            assertEquals(plain.parameters(), corrected.parameters());
            assertEquals(plain.examples(), corrected.examples());
            assertEquals(Optional.empty(), plain.control());
        }
    }

    @Test
    void aNodeRestoredAtAnyPointGoesOnWithItsControlVariates() {
        for (Adopt adopt : ADOPTS) {
            Fixture fixture = node(Content.CORRECTED, adopt)
                    .down(HOUR, HOUR + 40 * Scenario.MINUTE)
                    .sends(2 * HOUR, 3 * HOUR, new UpdateFault.OldModel(2));
            List<Simulation.Output> undisturbed =
                    models(fixture, 3).simulation().run();
            SplittableRandom random = new SplittableRandom(1);
            List<Simulation.Output> restored = fixture.simulation()
                    .beforeEach(simulation -> {
                        if (random.nextInt(5) == 0) {
                            simulation.restart();
                        }
                    })
                    .run();

            assertEquals(undisturbed, restored);
        }
    }

    @Test
    void whatIsDoneToTheNumbersOfAnUpdateIsDoneToItsControlVariateToo() {
        List<ModelUpdate> honest = updates(node(Content.CORRECTED, new Adopt.Rebase()), 5);
        Fixture liar = node(Content.CORRECTED, new Adopt.Rebase()).sends(0, 4 * HOUR, new UpdateFault.SignFlipped());
        List<ModelUpdate> flipped = updates(liar, 5);

        assertEquals(honest.size(), flipped.size());
        for (int i = 0; i < honest.size(); i++) {
            for (int vector = 0; vector < 2; vector++) {
                Parameters sum = honest.get(i)
                        .vectors()
                        .get(vector)
                        .plus(flipped.get(i).vectors().get(vector));
                assertEquals(Parameters.zeros(SlopeLearner.SLOPE.size()), sum);
            }
        }
    }

    @Test
    void onlyStepsThatAreNothingButTheGradientTimesTheRateAreCorrected() {
        Fixture momentum = new Fixture().content(Optional.of(Content.CORRECTED));

        assertThrows(IllegalArgumentException.class, () -> momentum.simulation().run());
    }

    private static Fixture node(Content content, Adopt adopt) {
        return new Fixture()
                .learner(SlopeLearner::new)
                .content(Optional.of(content))
                .adopt(adopt)
                .outcomesEvery(2 * Scenario.MINUTE);
    }

    /** Of a node that models reach at any time, several between two updates or none. */
    private static List<ModelUpdate> updates(Fixture fixture, int seed) {
        return of(models(fixture, seed).simulation().run());
    }

    private static Fixture models(Fixture fixture, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long version = 0;
        for (long at = 30 * Scenario.MINUTE; at < 4 * HOUR; at += random.nextLong(25 * Scenario.MINUTE)) {
            version++;
            fixture.model(at, version, drawn(random), drawn(random));
        }
        return fixture;
    }

    private static Parameters drawn(SplittableRandom random) {
        float[] values = new float[SlopeLearner.SLOPE.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = (float) random.nextDouble(-1, 1));
        return Parameters.of(values);
    }

    private static List<ModelUpdate> of(List<Simulation.Output> outputs) {
        return Simulation.of(ModelUpdate.class, outputs);
    }
}
