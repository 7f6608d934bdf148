package dev.convoy.aggregator.conformance;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.aggregator.FedAsync;
import dev.convoy.aggregator.FedBuff;
import dev.convoy.aggregator.Stage;
import dev.convoy.aggregator.Strategy;
import dev.convoy.aggregator.Vectors;
import dev.convoy.aggregator.Weighting;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What becomes of the model w when one update arrives that was trained from w_b to y, with staleness weight s. */
final class UpdateLawConformanceTest {
    private static final int SEEDS = 100;
    /** A few roundings of numbers up to 32. */
    private static final double ROUNDING = 3e-6;

    @Test
    void aFreshUpdateIsTakenAsItIsByABufferOfOneAndByFedAsyncOfAlphaOne() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "fresh");
            Weighting weighting = Weighting.values()[random.nextInt(3)];
            Parameters before = Vectors.dyadic(random);
            Parameters trained = Vectors.dyadic(random);
            int rows = random.nextInt(99);
            Stage buffered = new Stage(aggregator(config(new FedBuff(1), weighting, 1), before, 4));
            Stage mixed = new Stage(aggregator(config(new FedAsync(1), weighting, 1), before, 4));

            buffered.arrive(5, update(3, 1, 0, rows, Content.DELTA, trained.minus(before)));
            mixed.arrive(5, update(3, 1, 0, rows, Content.PARAMETERS, trained));

            assertEquals(trained, buffered.newest().parameters(), "seed " + seed);
            assertEquals(trained, mixed.newest().parameters(), "seed " + seed);
            assertEquals(1, buffered.lastFate().weight().orElseThrow(), "seed " + seed);
            assertEquals(1, mixed.lastFate().weight().orElseThrow(), "seed " + seed);
        }
    }

    @Test
    void aBufferOfOneAddsStaleProgressAndFedAsyncMixesTheStaleModel() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "stale");
            Parameters base = Vectors.dyadic(random);
            Parameters y = Vectors.dyadic(random);
            int staleness = 1 + random.nextInt(4);
            double rate = 0.1 + random.nextDouble();
            double alpha = 1 - 0.9 * random.nextDouble();
            double s = 1 / Math.sqrt(1 + staleness);
            Stage buffered = overtaken(new FedBuff(rate), base, staleness, random);
            Stage mixed = overtaken(new FedAsync(alpha), base, staleness, random);
            Parameters before = buffered.newest().parameters();
            Parameters present = mixed.newest().parameters();

            buffered.arrive(50, update(2, 1, 0, 7, Content.DELTA, y.minus(base)));
            mixed.arrive(50, update(2, 1, 0, 7, Content.PARAMETERS, y));

            assertEquals(staleness, buffered.lastFate().staleness());
            for (int i = 0; i < Vectors.SIZE; i++) {
                double added = before.get(i) + rate * s * (y.get(i) - base.get(i));
                double mix = present.get(i) + alpha * s * (y.get(i) - present.get(i));
                assertEquals(added, buffered.newest().parameters().get(i), ROUNDING, "fedbuff, seed " + seed);
                assertEquals(mix, mixed.newest().parameters().get(i), ROUNDING, "fedasync, seed " + seed);
            }
        }
    }

    /** Rate and alpha of 1, so that both have the same w when the stale update comes: they then part by s (w - w_b). */
    @Test
    void theTwoLawsDifferByWhatCameBetween() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "differ");
            Parameters base = Vectors.dyadic(random);
            Parameters between = Vectors.dyadic(random);
            Parameters y = Vectors.dyadic(random);
            Stage buffered = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 1), base, 2));
            Stage mixed = new Stage(aggregator(config(new FedAsync(1), Weighting.EQUAL, 1), base, 2));
            buffered.arrive(1, update(1, 1, 0, 7, Content.DELTA, between.minus(base)));
            mixed.arrive(1, update(1, 1, 0, 7, Content.PARAMETERS, between));
            assertEquals(buffered.newest().parameters(), mixed.newest().parameters(), "seed " + seed);

            buffered.arrive(2, update(2, 1, 0, 7, Content.DELTA, y.minus(base)));
            mixed.arrive(2, update(2, 1, 0, 7, Content.PARAMETERS, y));

            Parameters apart =
                    buffered.newest().parameters().minus(mixed.newest().parameters());
            for (int i = 0; i < Vectors.SIZE; i++) {
                double expected = Math.sqrt(0.5) * (between.get(i) - base.get(i));
                assertEquals(expected, apart.get(i), ROUNDING, "seed " + seed);
            }
            assertTrue(apart.norm() > 1, "seed " + seed + ": hardly apart, " + apart.norm());
        }
    }

    /** After so many fresh updates of another node. */
    private static Stage overtaken(Strategy strategy, Parameters base, int versions, RandomGenerator random) {
        Stage stage = new Stage(aggregator(config(strategy, Weighting.EQUAL, 1), base, 2));
        for (int version = 0; version < versions; version++) {
            stage.arrive(
                    version,
                    update(1, version + 1, version, 7, strategy.content().orElseThrow(), Vectors.dyadic(random)));
        }
        return stage;
    }
}
