package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.limited;
import static dev.convoy.aggregator.Fixtures.node;
import static dev.convoy.aggregator.Fixtures.parameters;
import static dev.convoy.aggregator.Vectors.contribution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StrategyTest {
    private static final int SIZE = 57;

    @Test
    void aBufferOfOneFreshUpdateIsTakenAsItIs() {
        RandomStream random = RandomStream.named(1, "parameters");
        for (Weighting weighting : Weighting.values()) {
            Parameters before = vector(random);
            Parameters trained = vector(random);
            Stage stage = new Stage(aggregator(config(new FedBuff(1), weighting, 1), before, 4));

            stage.arrive(5, update(3, 1, 7, Content.DELTA, trained.minus(before)));

            assertEquals(before.plus(trained.minus(before)), stage.newest().parameters());
            assertEquals(OptionalDouble.of(1), stage.lastFate().weight());
        }
    }

    @Test
    void fedAvgOfOneUpdateIsThatUpdateHoweverStale() {
        Strategy.Merged merged =
                new FedAvg().merge(Parameters.of(1, 2), List.of(contribution(Parameters.of(3, 5), 7, 0.25)));

        assertEquals(Parameters.of(3, 5), merged.parameters());
        assertEquals(List.of(1.0), merged.coefficients());
    }

    @Test
    void fedBuffOfAllNodesFreshIsFedAvg() {
        // multiples of 1/64 with equal weights of four: every sum is exact, so both must agree to the last bit
        RandomStream random = RandomStream.named(2, "dyadic");
        Parameters global = dyadic(random);
        Stage averaged = new Stage(aggregator(config(new FedAvg(), Weighting.EXAMPLES, 4), global, 4));
        Stage buffered = new Stage(aggregator(config(new FedBuff(1), Weighting.EXAMPLES, 4), global, 4));
        for (int node = 1; node <= 4; node++) {
            Parameters trained = dyadic(random);
            averaged.arrive(node, update(node, 1, 32, Content.PARAMETERS, trained));
            buffered.arrive(node, update(node, 1, 32, Content.DELTA, trained.minus(global)));
        }

        assertEquals(averaged.newest().parameters(), buffered.newest().parameters());
        assertEquals(averaged.fates(), buffered.fates());
    }

    @Test
    void fedBuffOfAllNodesFreshIsFedAvgUpToRoundingForAnyWeights() {
        RandomStream random = RandomStream.named(3, "parameters");
        Parameters global = vector(random);
        List<Contribution> whole = new ArrayList<>();
        List<Contribution> deltas = new ArrayList<>();
        for (int node = 1; node <= 7; node++) {
            Parameters trained = vector(random);
            double examples = 1 + random.nextInt(200);
            whole.add(contribution(trained, examples, 1));
            deltas.add(contribution(trained.minus(global), examples, 1));
        }

        Strategy.Merged averaged = new FedAvg().merge(global, whole);
        Strategy.Merged buffered = new FedBuff(1).merge(global, deltas);

        assertEquals(averaged.coefficients(), buffered.coefficients());
        for (int i = 0; i < SIZE; i++) {
            assertEquals(averaged.parameters().get(i), buffered.parameters().get(i), 1e-6);
        }
    }

    @Test
    void limitZeroWithAllNodesInStepIsSynchronousFedAvgBitForBit() {
        RandomStream random = RandomStream.named(4, "parameters");
        int nodes = 4;
        float[] reference = vector(random).toArray();
        AggregatorConfig config = limited(config(new FedAvg(), Weighting.EXAMPLES, nodes), StalenessLimit.parse("0"));
        Stage stage = new Stage(aggregator(config, Parameters.of(reference), nodes));

        for (int round = 1; round <= 50; round++) {
            float[][] trained = new float[nodes][];
            int[] examples = new int[nodes];
            for (int n = 0; n < nodes; n++) {
                trained[n] = locallyTrained(reference, random);
                examples[n] = 1 + random.nextInt(500);
                stage.arrive(
                        round * 1000L + 10 - n,
                        new ModelUpdate(
                                node(n + 1),
                                round,
                                round - 1,
                                examples[n],
                                0,
                                0.5,
                                Content.PARAMETERS,
                                Parameters.of(trained[n])));
            }
            reference = synchronousFedAvg(trained, examples);

            assertEquals(round, stage.newest().version());
            assertEquals(Parameters.of(reference), stage.newest().parameters(), "round " + round);
        }
        assertTrue(stage.fates().stream().allMatch(fate -> fate.fate() == Fate.AGGREGATED && fate.staleness() == 0));
    }

    @Test
    void theOrderOfArrivalWithinABufferDoesNotMatter() {
        RandomStream random = RandomStream.named(5, "parameters");
        for (Strategy strategy : List.of(
                new FedAvg(),
                new FedBuff(0.7),
                new NormClipping(1),
                new CentredClipping(1, 3),
                new CoordinateMedian(),
                TrimmedMean.standard(),
                new Krum(1),
                new Ca2fl(1),
                new FedStale(0.3, 0.7))) {
            Parameters global = vector(random);
            List<ModelUpdate> updates = new ArrayList<>();
            for (int node = 1; node <= 6; node++) {
                updates.add(update(
                        node, 1, 1 + random.nextInt(99), strategy.content().orElseThrow(), vector(random)));
            }
            List<Parameters> results = new ArrayList<>();
            for (long seed = 0; seed < 30; seed++) {
                Stage stage = new Stage(aggregator(config(strategy, Weighting.EXAMPLES, 6), global, 6));
                inRandomOrder(updates, RandomStream.named(seed, "order")).forEach(update -> stage.arrive(1, update));
                results.add(stage.newest().parameters());
            }
            assertEquals(1, results.stream().distinct().count(), strategy.toString());
        }
    }

    @Test
    void fedBuffDividesByTheUpdatesAndNotByTheStalenessWeights() {
        Contribution fresh = contribution(Parameters.of(1), 1, 1);
        Contribution stale = contribution(Parameters.of(1), 1, 0.5);

        assertEquals(
                List.of(1.0, 0.5),
                new FedBuff(2).merge(Parameters.of(0), List.of(fresh, stale)).coefficients());
        assertEquals(
                Parameters.of(10.75f),
                new FedBuff(1).merge(Parameters.of(10), List.of(fresh, stale)).parameters());
    }

    @Test
    void fedAvgNormalisesWeightingTimesStalenessWeight() {
        Contribution fresh = contribution(Parameters.of(8), 1, 1);
        Contribution stale = contribution(Parameters.of(16), 6, 0.5);

        Strategy.Merged merged = new FedAvg().merge(Parameters.of(99), List.of(fresh, stale));

        assertEquals(List.of(0.25, 0.75), merged.coefficients());
        assertEquals(Parameters.of(14), merged.parameters());
    }

    @Test
    void sumsAreRoundedOnce() {
        // in float, 1 + 2^-24 is 1 each time; in double the two halves add up to one last place
        float half = 0x1p-24f;
        List<Contribution> contributions = List.of(
                contribution(Parameters.of(half), 1, 1),
                contribution(Parameters.of(half), 1, 1),
                contribution(Parameters.of(half), 1, 1));

        assertEquals(
                Parameters.of(1 + 0x1p-23f),
                new FedBuff(2).merge(Parameters.of(1), contributions).parameters());
    }

    @Test
    void aNodesNewerUpdateReplacesItsBufferedOneInFedAvg() {
        Stage stage = new Stage(aggregator(config(new FedAvg(), Weighting.EQUAL, 2), Parameters.of(0), 3));

        stage.arrive(1, parameters(2, 1, 0, 1, 100));
        stage.arrive(2, parameters(2, 2, 0, 1, 4));
        assertEquals(0, stage.broadcasts().size());
        assertEquals(Fate.SUPERSEDED, stage.lastFate().fate());
        assertEquals("newer", stage.lastFate().reason());
        assertEquals(1, stage.lastFate().round());
        stage.arrive(3, parameters(1, 1, 0, 1, 2));

        assertEquals(Parameters.of(3), stage.newest().parameters());
        assertEquals(
                List.of(1L, 1L, 2L),
                stage.fates().stream().map(UpdateFate::round).toList());
    }

    @Test
    void fedBuffCountsUpdates() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 2), Parameters.of(1), 3));

        stage.arrive(1, delta(2, 1, 0, 1, 2)).arrive(2, delta(2, 2, 0, 1, 4));

        assertEquals(Parameters.of(4), stage.newest().parameters());
    }

    @Test
    void weightsThatAreAllZeroAreEqual() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EXAMPLES, 2), Parameters.of(0), 2));

        stage.arrive(1, delta(1, 1, 0, 0, 2)).arrive(2, delta(2, 1, 0, 0, 4));
        stage.arrive(3, delta(1, 2, 1, 0, 2)).arrive(4, delta(2, 2, 1, 5, 4));

        assertEquals(
                List.of(0.5, 0.5, 0.0, 1.0),
                stage.fates().stream().map(fate -> fate.weight().orElseThrow()).toList());
        assertEquals(Parameters.of(7), stage.newest().parameters());
    }

    @Test
    void withoutFederationNothingIsTakenAndNothingSaid() {
        Stage stage = new Stage(aggregator(config(new None(), Weighting.EQUAL, 1), Parameters.of(0), 2));

        stage.arrive(1, delta(1, 1, 0, 1, 2));

        assertEquals("content", stage.lastFate().reason());
        assertEquals(List.of(), stage.broadcasts());
        assertThrows(IllegalStateException.class, () -> new None().merge(Parameters.of(0), List.of()));
    }

    private static List<ModelUpdate> inRandomOrder(List<ModelUpdate> updates, RandomGenerator random) {
        List<ModelUpdate> rest = new ArrayList<>(updates);
        List<ModelUpdate> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            ordered.add(rest.remove(random.nextInt(rest.size())));
        }
        return ordered;
    }

    private static float[] synchronousFedAvg(float[][] trained, int[] examples) {
        double total = 0;
        for (int count : examples) {
            total += count;
        }
        float[] average = new float[trained[0].length];
        for (int i = 0; i < average.length; i++) {
            double sum = 0;
            for (int n = 0; n < trained.length; n++) {
                sum += examples[n] / total * trained[n][i];
            }
            average[i] = (float) sum;
        }
        return average;
    }

    private static float[] locallyTrained(float[] start, RandomGenerator random) {
        float[] trained = start.clone();
        for (int i = 0; i < trained.length; i++) {
            trained[i] += (float) (random.nextDouble() - 0.5);
        }
        return trained;
    }

    private static ModelUpdate update(int node, long round, int examples, Content content, Parameters parameters) {
        return new ModelUpdate(node(node), round, 0, examples, 0, 0.5, content, parameters);
    }

    private static Parameters vector(RandomGenerator random) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) (random.nextDouble() * 4 - 2);
        }
        return Parameters.of(values);
    }

    private static Parameters dyadic(RandomGenerator random) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (random.nextInt(512) - 256) / 64f;
        }
        return Parameters.of(values);
    }
}
