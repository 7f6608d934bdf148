package dev.convoy.aggregator.conformance;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.limited;
import static dev.convoy.aggregator.Fixtures.slotted;
import static dev.convoy.aggregator.Fixtures.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.aggregator.AggregatorConfig;
import dev.convoy.aggregator.FedAvg;
import dev.convoy.aggregator.FedBuff;
import dev.convoy.aggregator.Slots;
import dev.convoy.aggregator.Stage;
import dev.convoy.aggregator.StalenessLimit;
import dev.convoy.aggregator.Vectors;
import dev.convoy.aggregator.Weighting;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.exchange.Request;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.runtime.RandomStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever makes rounds makes federated averaging (McMahan et al. 2017, algorithm 1). */
final class SynchronousConformanceTest {
    private static final int SEEDS = 40;
    private static final int ROUNDS = 20;

    /** What the nodes have made of a version, by node. */
    private record Round(List<Parameters> trained, List<Integer> examples) {
        static Round drawn(Parameters start, int nodes, RandomGenerator random) {
            Round round = new Round(new ArrayList<>(), new ArrayList<>());
            for (int node = 0; node < nodes; node++) {
                round.trained.add(start.plus(Vectors.drawn(random, 0.5)));
                round.examples.add(1 + random.nextInt(500));
            }
            return round;
        }

        /** The mean by examples, written a second time: summed in the order of the nodes, in double, rounded once. */
        Parameters average() {
            double all = examples.stream().mapToInt(Integer::intValue).sum();
            float[] average = new float[Vectors.SIZE];
            for (int i = 0; i < average.length; i++) {
                double sum = 0;
                for (int node = 0; node < trained.size(); node++) {
                    sum += examples.get(node) / all * trained.get(node).get(i);
                }
                average[i] = (float) sum;
            }
            return Parameters.of(average);
        }

        List<ModelUpdate> updates(long number, long version) {
            List<ModelUpdate> updates = new ArrayList<>();
            for (int node = 0; node < trained.size(); node++) {
                updates.add(
                        update(node + 1, number, version, examples.get(node), Content.PARAMETERS, trained.get(node)));
            }
            return updates;
        }
    }

    /** Between the rounds something comes from the last one now and then, which a limit of 0 must keep out. */
    @Test
    void limitZeroWithAllNodesInStepIsSynchronousFedAvgBitForBit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "limit-zero");
            int nodes = 1 + random.nextInt(7);
            Parameters expected = Vectors.drawn(random);
            AggregatorConfig config =
                    limited(config(new FedAvg(), Weighting.EXAMPLES, nodes), StalenessLimit.parse("0"));
            Stage stage = new Stage(aggregator(config, expected, nodes));
            for (int version = 0; version < ROUNDS; version++) {
                if (version > 0 && random.nextBoolean()) {
                    int late = 1 + random.nextInt(nodes);
                    stage.arrive(
                            10 * version,
                            update(late, 2L * version, version - 1, 9, Content.PARAMETERS, Vectors.drawn(random)));
                    assertEquals("staleness", stage.lastFate().reason(), "seed " + seed);
                }
                Round round = Round.drawn(expected, nodes, random);
                for (ModelUpdate update : Vectors.shuffled(round.updates(2L * version + 1, version), random)) {
                    stage.arrive(10 * version + 1 + random.nextInt(2), update);
                }
                expected = round.average();

                assertEquals(version + 1, stage.newest().version(), "seed " + seed);
                assertEquals(expected, stage.newest().parameters(), "seed " + seed + ", round " + version);
            }
        }
    }

    @Test
    void slotsThatAreAllOpenAtOnceAreSynchronousFedAvgBitForBit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "slots");
            int nodes = 1 + random.nextInt(7);
            Parameters expected = Vectors.drawn(random);
            Slots all = new Slots(nodes, nodes, Duration.ofHours(1));
            AggregatorConfig config = slotted(config(new FedAvg(), Weighting.EXAMPLES, nodes), all);
            Stage stage = new Stage(aggregator(config, expected, nodes));
            for (int version = 0; version < ROUNDS; version++) {
                Round round = Round.drawn(expected, nodes, random);
                List<Request> invitations = stage.requests()
                        .subList(nodes * version, stage.requests().size());
                assertEquals(nodes, invitations.size(), "seed " + seed);
                for (Request request : Vectors.shuffled(invitations, random)) {
                    Request.Invite invite = (Request.Invite) request;
                    stage.arrive(
                            10 * version + 1,
                            round.updates(version + 1, invite.version())
                                    .get(invite.node().number() - 1));
                }
                expected = round.average();

                assertEquals(version + 1, stage.newest().version(), "seed " + seed);
                assertEquals(expected, stage.newest().parameters(), "seed " + seed + ", round " + version);
            }
            assertTrue(
                    stage.fates().stream().allMatch(fate -> fate.fate() == Fate.AGGREGATED && fate.staleness() == 0),
                    "seed " + seed);
        }
    }

    /** With weights that add up to a power of two every sum is exact: the mean of the progress is that of the models. */
    @Test
    void fedBuffOfAllNodesFreshIsFedAvgBitForBitWhereNothingIsRounded() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "dyadic");
            Parameters global = Vectors.dyadic(random);
            Stage averaged = new Stage(aggregator(config(new FedAvg(), Weighting.EXAMPLES, 4), global, 4));
            Stage buffered = new Stage(aggregator(config(new FedBuff(1), Weighting.EXAMPLES, 4), global, 4));
            List<Integer> examples = Vectors.shuffled(List.of(8, 16, 32, 8), random);
            for (int node = 1; node <= 4; node++) {
                Parameters trained = Vectors.dyadic(random);
                int rows = examples.get(node - 1);
                averaged.arrive(node, update(node, 1, 0, rows, Content.PARAMETERS, trained));
                buffered.arrive(node, update(node, 1, 0, rows, Content.DELTA, trained.minus(global)));
            }

            assertEquals(averaged.newest(), buffered.newest(), "seed " + seed);
            assertEquals(averaged.fates(), buffered.fates(), "seed " + seed);
        }
    }

    /** The progress is rounded when it is sent, which the models are not. */
    @Test
    void fedBuffOfAllNodesFreshIsFedAvgUpToRoundingForAnyWeights() {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.named(seed, "any");
            int nodes = 1 + random.nextInt(7);
            Parameters global = Vectors.drawn(random);
            Round round = Round.drawn(global, nodes, random);
            Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EXAMPLES, nodes), global, nodes));
            for (int node = 1; node <= nodes; node++) {
                Parameters progress = round.trained().get(node - 1).minus(global);
                stage.arrive(node, update(node, 1, 0, round.examples().get(node - 1), Content.DELTA, progress));
            }

            for (int i = 0; i < Vectors.SIZE; i++) {
                double expected = round.average().get(i);
                assertEquals(expected, stage.newest().parameters().get(i), 3e-7, "seed " + seed);
            }
        }
    }
}
