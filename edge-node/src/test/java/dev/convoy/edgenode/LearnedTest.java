package dev.convoy.edgenode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Dense;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.RandomForest;
import dev.convoy.metric.Adoption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LearnedTest {
    private static final long MINUTE = Scenario.MINUTE;
    private static final Parameters ZEROS = Parameters.of(new float[2 * (TestWorkload.FEATURES + 1)]);

    /** Always labels to learn from, and a new version about every ten minutes. */
    private static Fixture busy(Learned policy, SplittableRandom random) {
        Fixture fixture = new Fixture().outcomesEvery(MINUTE).sync(policy);
        long version = 0;
        for (long at = 7 * MINUTE; at < 4 * Fixture.HOUR; at += random.nextLong(1, 20 * MINUTE)) {
            version += random.nextInt(1, 3);
            fixture.model(at, version, ZEROS);
        }
        return fixture;
    }

    @Test
    void choicesAreMadeAtDecisionPointsAndNotMoreOftenThanTheyMay() {
        int skipped = 0;
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Learned policy = Scenario.learned(Duration.ofMinutes(random.nextInt(1, 40)), random);
            long everyMs = policy.every().toMillis();
            List<Simulation.Output> outputs =
                    busy(policy, random).computeMs(0).simulation().run();
            List<Long> choices = outputs.stream()
                    .filter(o -> o.message() instanceof Adoption || o.message() instanceof ModelUpdate)
                    .map(Simulation.Output::at)
                    .distinct()
                    .toList();

            long last = 0;
            for (long at : choices) {
                assertEquals(0, at % (5 * MINUTE), "seed " + seed);
                assertTrue(at - last >= everyMs, "seed " + seed + ": " + last + ", " + at);
                skipped += at - last >= 2 * everyMs + 5 * MINUTE ? 1 : 0;
                last = at;
            }
        }
        assertTrue(skipped > 20, "skipped: " + skipped);
    }

    @Test
    void aPullAdoptsTheNewestModelThatHasArrivedAndNothingElseDoes() {
        int pulls = 0;
        int passedOver = 0;
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Learned policy = Scenario.learned(Duration.ofMinutes(random.nextInt(1, 40)), random);
            long[] newest = {0};
            long[] inUse = {0};
            Fixture fixture = busy(policy, random);
            List<long[]> arrivals = new ArrayList<>();
            fixture.arrivals().stream()
                    .filter(arrival -> arrival.message() instanceof GlobalModel)
                    .forEach(arrival ->
                            arrivals.add(new long[] {arrival.at(), ((GlobalModel) arrival.message()).version()}));
            for (Simulation.Output output : fixture.simulation().run()) {
                if (output.message() instanceof Adoption adoption) {
                    arrivals.stream().filter(a -> a[0] <= output.at()).forEach(a -> newest[0] = a[1]);
                    assertEquals(newest[0], adoption.version(), "seed " + seed);
                    passedOver += adoption.version() - inUse[0] > 2 ? 1 : 0;
                    inUse[0] = adoption.version();
                    pulls++;
                }
            }
        }
        assertTrue(pulls > 50 && passedOver > 20, pulls + ", " + passedOver);
    }

    /** At first a node does all it can; with compute 0, it adopts and sends at the same instant. */
    private static long baseOfFirstUpdate(Adopt adopt) {
        Learned policy = new Learned(
                Duration.ofMinutes(15), 20, 0, 0, 0, Duration.ofHours(1), 0.2, 0.1, 0.9, new Learned.Epsilon(0, 0, 1));
        List<Simulation.Output> outputs = new Fixture()
                .outcomesEvery(MINUTE)
                .content(Optional.of(Content.DELTA))
                .sync(policy)
                .adopt(adopt)
                .computeMs(0)
                .model(8 * MINUTE, 3, ZEROS)
                .simulation()
                .run();
        Adoption adoption = Simulation.of(Adoption.class, outputs).get(0);
        assertEquals(15 * MINUTE, adoption.timeMs());
        assertEquals(15 * MINUTE, Simulation.sent(outputs).get(0).at());
        return Simulation.of(ModelUpdate.class, outputs).get(0).baseVersion();
    }

    @Test
    void aRebasingNodeAdoptsBeforeItSendsAndAnyOtherSendsWhatItWouldLose() {
        assertEquals(3, baseOfFirstUpdate(Adopt.Rebase.standard()));
        assertEquals(0, baseOfFirstUpdate(Adopt.Replace.standard()));
        assertEquals(0, baseOfFirstUpdate(Adopt.Mix.standard()));
    }

    @Test
    void aNodeThatNeitherHasNewsNorHasLearnedWaitsForTheFirstDecisionPointWithSomethingToChoose() {
        List<Simulation.Output> outputs = new Fixture()
                .sync(Learned.standard())
                .model(17 * MINUTE, 1, ZEROS)
                .simulation()
                .run();

        assertEquals(
                List.of(20 * MINUTE),
                Simulation.of(Adoption.class, outputs).stream()
                        .map(Adoption::timeMs)
                        .toList());
    }

    @Test
    void updatesLieAtLeastTheirLeastGapApartAndThatIsAWholeNumberOfDecisionPoints() {
        EdgeNodeConfig standard = EdgeNodeConfig.standard(Dense.standard());
        assertEquals(Duration.ofMinutes(15), gap(standard, Duration.ofMinutes(15)));
        assertEquals(Duration.ofMinutes(15), gap(standard, Duration.ofMinutes(11)));
        assertEquals(Duration.ofMinutes(5), gap(standard, Duration.ofMinutes(1)));
    }

    private static Duration gap(EdgeNodeConfig config, Duration every) {
        return with(config, Scenario.learned(every, new SplittableRandom(1))).minimumGap();
    }

    private static EdgeNodeConfig with(EdgeNodeConfig config, SyncPolicy sync) {
        return new EdgeNodeConfig(
                config.learner(),
                config.exchangeEvery(),
                config.stagger(),
                sync,
                config.adopt(),
                config.proximal(),
                config.compute(),
                config.decideEvery(),
                config.bufferRows(),
                config.rowsPerOutcome(),
                config.stepsPerOutcome(),
                config.maximumSteps(),
                config.pendingRows(),
                config.detector());
    }

    @Test
    void aForestHasNoLengthToGoBy() {
        EdgeNodeConfig forest = EdgeNodeConfig.standard(RandomForest.standard());
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> with(forest, Learned.standard()));
        assertTrue(refusal.getMessage().contains("which trees do not tell"), refusal.getMessage());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (double bad : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> plan(bad, 0.1, 0.1, 0.9));
            assertThrows(IllegalArgumentException.class, () -> plan(0, bad, 0.1, 0.9));
            assertThrows(IllegalArgumentException.class, () -> plan(0, 0.1, bad, 0.9));
            assertThrows(IllegalArgumentException.class, () -> plan(0, 0.1, 0.1, bad));
            assertThrows(IllegalArgumentException.class, () -> new Learned.Epsilon(bad, 0, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> plan(0, 0.1, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Learned.Epsilon(0.1, 0.2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Learned.Epsilon(0.1, 0, 0));
    }

    private static Learned plan(double tolerance, double bytesCost, double learningRate, double discount) {
        return new Learned(
                Duration.ofMinutes(15),
                20,
                tolerance,
                bytesCost,
                0,
                Duration.ofHours(1),
                0.2,
                learningRate,
                discount,
                Learned.Epsilon.standard());
    }
}
