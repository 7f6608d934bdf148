package dev.convoy.aggregator.conformance;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.convoy.aggregator.Ca2fl;
import dev.convoy.aggregator.FedAvg;
import dev.convoy.aggregator.FedBuff;
import dev.convoy.aggregator.FedStale;
import dev.convoy.aggregator.Stage;
import dev.convoy.aggregator.Strategy;
import dev.convoy.aggregator.Vectors;
import dev.convoy.aggregator.Weighting;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Strategies that remember what each node sent last, which the aggregator's own merges have put there. */
final class CachedConformanceTest {
    private static final int SEEDS = 60;
    private static final int NODES = 4;
    private static final int PER_MERGE = 2;
    private static final int MERGES = 30;

    /** Everything is a multiple of 1/64 and the weights add up to a power of two: no sum is rounded. */
    @Test
    void ca2flWithIdenticalCachesIsTheStepOfFedAvgBitForBit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "identical");
            Parameters same = Vectors.dyadic(random);
            Stage calibrated = stage(new Ca2fl(1), Vectors.dyadic(random));
            for (int node = 1; node <= NODES; node++) {
                calibrated.arrive(1, update(node, 1, (node - 1) / PER_MERGE, 8, Content.DELTA, same));
            }
            assertEquals(2, calibrated.newest().version());
            Parameters present = calibrated.newest().parameters();
            Stage averaged = stage(new FedAvg(), present);
            for (int node : List.of(2, 4)) {
                int rows = node == 2 ? 8 : 24;
                Parameters trained = Vectors.dyadic(random);
                calibrated.arrive(2, update(node, 2, 2, rows, Content.DELTA, trained.minus(present)));
                averaged.arrive(2, update(node, 2, 0, rows, Content.PARAMETERS, trained));
            }

            assertEquals(averaged.newest().parameters(), calibrated.newest().parameters(), "seed " + seed);
            assertEquals(averaged.newest().stepNorm(), calibrated.newest().stepNorm(), "seed " + seed);
        }
    }

    /** In the paper's words: D is the sum of delta_i - h_i, v = h + D / M, w = w + eta v, then h_i = delta_i. */
    @Test
    void ca2flIsThePapersRecursion() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "recursion");
            double rate = 0.1 + random.nextDouble();
            Parameters initial = Vectors.drawn(random);
            Stage stage = stage(new Ca2fl(rate), initial);
            double w = initial.get(0);
            double[] newest = new double[NODES];
            for (int merge = 0; merge < MERGES; merge++) {
                double h = IntStream.range(0, NODES).mapToDouble(n -> newest[n]).sum() / NODES;
                double d = 0;
                for (ModelUpdate update : fresh(merge, random)) {
                    stage.arrive(merge, update);
                    int n = update.node().number() - 1;
                    d += update.parameters().get(0) - newest[n];
                    newest[n] = update.parameters().get(0);
                }
                w += rate * (h + d / PER_MERGE);

                assertEquals(w, stage.newest().parameters().get(0), 1e-5, "seed " + seed + ", merge " + merge);
            }
        }
    }

    @Test
    void fedStaleOfBetaZeroIsFedBuffAndOfBetaOneIsCa2flBitForBit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "beta");
            double rate = 0.1 + random.nextDouble();
            Parameters initial = Vectors.drawn(random);
            Stage buffered = stage(new FedBuff(rate), initial);
            Stage forgetful = stage(new FedStale(0, rate), initial);
            Stage calibrated = stage(new Ca2fl(rate), initial);
            Stage mindful = stage(new FedStale(1, rate), initial);
            for (int merge = 0; merge < MERGES; merge++) {
                for (ModelUpdate update : fresh(merge, random)) {
                    List.of(buffered, forgetful, calibrated, mindful).forEach(stage -> stage.arrive(0, update));
                }
            }

            assertEquals(buffered.models(), forgetful.models(), "seed " + seed);
            assertEquals(calibrated.models(), mindful.models(), "seed " + seed);
            assertNotEquals(forgetful.newest().parameters(), mindful.newest().parameters(), "seed " + seed);
        }
    }

    @Test
    void fedStaleOfBetaZeroIsFedAvgUpToRounding() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "fedavg");
            Parameters present = Vectors.drawn(random);
            Stage averaged = stage(new FedAvg(), present);
            Stage forgetful = stage(new FedStale(0, 1), present);
            for (ModelUpdate update : fresh(0, random)) {
                int node = update.node().number();
                Parameters trained = present.plus(update.parameters());
                averaged.arrive(1, update(node, 1, 0, update.examples(), Content.PARAMETERS, trained));
                forgetful.arrive(1, update);
            }

            for (int i = 0; i < Vectors.SIZE; i++) {
                double expected = averaged.newest().parameters().get(i);
                assertEquals(expected, forgetful.newest().parameters().get(i), 3e-7, "seed " + seed);
            }
        }
    }

    private static Stage stage(Strategy strategy, Parameters initial) {
        return new Stage(aggregator(config(strategy, Weighting.EXAMPLES, PER_MERGE), initial, NODES));
    }

    /** Of different nodes with equally many examples, all trained from the newest version. */
    private static List<ModelUpdate> fresh(int merge, RandomGenerator random) {
        List<ModelUpdate> updates = new ArrayList<>();
        for (int node : Vectors.shuffled(List.of(1, 2, 3, 4), random).subList(0, PER_MERGE)) {
            updates.add(update(node, merge + 1, merge, 8, Content.DELTA, Vectors.drawn(random)));
        }
        return updates;
    }
}
