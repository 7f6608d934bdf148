package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.optimised;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ServerOptimiserTest {
    private static final double[] GRADIENTS = {2, -1, 0.5, 0};
    private static final double TOLERANCE = 1e-15;

    // the golden values follow from the papers' formulas in decimal arithmetic of fifty digits

    @Test
    void momentumGoesOnInTheDirectionOfEarlierSteps() {
        assertChanges(Momentum.standard(), 0.2, 0.08, 0.122, 0.1098);
    }

    @Test
    void fedAdamHasThePapersValuesWithoutCorrectionOfBias() {
        assertChanges(
                FedAdam.standard(),
                0.00995012623676586554,
                0.00357601393298603314,
                0.00534695436170723927,
                0.00483639541187649477);
    }

    @Test
    void fedYogiHasThePapersValues() {
        assertChanges(
                FedYogi.standard(),
                0.00995012499921875977,
                0.00356174454090841986,
                0.00530132913595980609,
                0.00477119622236382548);
    }

    @Test
    void fedAdagradHasThePapersValues() {
        assertChanges(
                FedAdagrad.standard(), 0.00999500124999992188, -0.00447013640221315253, 0.00218122672923409509, 0);
    }

    @Test
    void fadasHasThePapersValuesAndARateOfAtMostOneOverTheStalenessBeyondItsTolerance() {
        Fadas fadas = Fadas.standard();
        Moments moments = Moments.initial(fadas, 1);

        assertEquals(0.00995024875621890547, fadas.change(2, moments, 0, 0), TOLERANCE);
        assertEquals(0.00357604910604166821, fadas.change(-1, moments, 0, 1), TOLERANCE);
        assertEquals(0.00534700440997519462, fadas.change(0.5, moments, 0, 2), TOLERANCE);
        // 1/200 is below the rate of 0.01
        assertEquals(0.00240615198448883758, fadas.change(0, moments, 0, 200), TOLERANCE);
    }

    @Test
    void fadasWithinItsToleranceKeepsItsRateHoweverGreat() {
        Fadas rash = new Fadas(8, 0, 0, 1, 5);

        assertEquals(4, rash.change(1, Moments.initial(rash, 1), 0, 5));
        assertEquals(1 / 12.0, rash.change(1, Moments.initial(rash, 1), 0, 6), TOLERANCE);
    }

    @Test
    void eachParameterHasItsOwnMoments() {
        RandomStream random = RandomStream.named(1, "gradients");
        for (ServerOptimiser optimiser : List.of(
                Momentum.standard(), FedAdam.standard(), FedYogi.standard(), FedAdagrad.standard(), Fadas.standard())) {
            Moments together = Moments.initial(optimiser, 2);
            Moments left = Moments.initial(optimiser, 1);
            Moments right = Moments.initial(optimiser, 1);
            for (int version = 0; version < 20; version++) {
                float one = (float) random.nextDouble();
                float other = -(float) random.nextDouble();
                Parameters both = optimiser.step(Parameters.of(1, 2), Parameters.of(one, other), together, version % 4);

                assertEquals(
                        Parameters.of(
                                optimiser
                                        .step(Parameters.of(1), Parameters.of(one), left, version % 4)
                                        .get(0),
                                optimiser
                                        .step(Parameters.of(2), Parameters.of(other), right, version % 4)
                                        .get(0)),
                        both,
                        optimiser.toString());
            }
        }
    }

    @Test
    void withoutAnyOptimiserTheMergedModelIsTheNextToTheLastBit() {
        Parameters merged = Parameters.of(0.1f, -0f);

        assertEquals(
                merged,
                new ServerOptimiser.None()
                        .step(Parameters.of(1e30f, 1), merged, Moments.initial(new ServerOptimiser.None(), 2), 0));
    }

    @Test
    void momentumOfRateOneThatForgetsAtOnceIsNone() {
        Momentum forgetful = new Momentum(1, 0);
        Moments moments = Moments.initial(forgetful, Vectors.SIZE);
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.named(seed, "parameters");
            Parameters merged = Vectors.drawn(random);

            assertEquals(merged, forgetful.step(Vectors.drawn(random), merged, moments, 0), "seed " + seed);
        }
    }

    @Test
    void whatIsRememberedOutlivesARestart() {
        AggregatorConfig config = optimised(config(new FedBuff(1), Weighting.EQUAL, 1), new Momentum(0.5, 0.5));
        Stage stage = new Stage(aggregator(config, Parameters.of(0), 1));

        stage.arrive(1, delta(1, 1, 0, 1, 2));
        assertEquals(Parameters.of(1), stage.newest().parameters());
        stage.restoreInto(aggregator(config, Parameters.of(0), 1));
        stage.arrive(2, delta(1, 2, 1, 1, 2));

        // m = 0.5 * 2 + 2 = 3, of which half is added to 1
        assertEquals(Parameters.of(2.5f), stage.newest().parameters());
        assertEquals(1.5, stage.newest().stepNorm());
    }

    @Test
    void theGreatestStalenessOfABufferCounts() {
        AggregatorConfig pairs = optimised(config(new FedBuff(1), Weighting.EQUAL, 2), new Fadas(1, 0, 0, 1, 0));
        Stage stage = new Stage(aggregator(
                new AggregatorConfig(
                        pairs.strategy(),
                        pairs.weighting(),
                        pairs.trigger(),
                        new StalenessPolicy(
                                StalenessLimit.none(), Beyond.Reject.standard(), StalenessWeight.Constant.standard()),
                        pairs.serverOptimiser(),
                        pairs.slots(),
                        pairs.centralTraining()),
                Parameters.of(0),
                2));

        stage.arrive(1, delta(1, 1, 0, 1, 1)).arrive(2, delta(1, 2, 0, 1, 1));
        stage.arrive(3, delta(1, 3, 1, 1, 1)).arrive(4, delta(1, 4, 1, 1, 1));
        // twice 1 / (1 + 1)
        assertEquals(Parameters.of(1), stage.newest().parameters());
        stage.arrive(5, delta(1, 5, 2, 1, 1)).arrive(6, delta(2, 1, 0, 1, 1));

        assertEquals(Parameters.of(1.25f), stage.newest().parameters());
    }

    @Test
    void aMergeThatIsRejectedIsNotRemembered() {
        AggregatorConfig config = optimised(config(new FedBuff(1), Weighting.EQUAL, 1), new Momentum(4, 0.5));
        Stage stage = new Stage(aggregator(config, Parameters.of(0), 1));

        stage.arrive(1, delta(1, 1, 0, 1, Float.MAX_VALUE));
        assertEquals("overflow", stage.lastFate().reason());
        stage.arrive(2, delta(1, 2, 0, 1, 1));

        assertEquals(Parameters.of(4), stage.newest().parameters());
    }

    @Test
    void whatMakesNoSenseTogetherIsRefusedWithAReason() {
        AggregatorConfig alone = config(new None(), Weighting.EQUAL, 1);
        AggregatorConfig halved = config(new FedBuff(0.5), Weighting.EQUAL, 1);

        assertRefused("nothing is merged", () -> optimised(alone, Momentum.standard()));
        assertRefused("a rate of its own: 0.5", () -> optimised(halved, FedAdam.standard()));
        assertEquals(
                Optional.empty(),
                optimised(alone, new ServerOptimiser.None()).strategy().content());
    }

    @Test
    void settingsThatCannotLearnAreRefused() {
        for (double rate : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertRefused("rate must be positive", () -> new Momentum(rate, 0.9));
            assertRefused("rate must be positive", () -> new Fadas(rate, 0.9, 0.9, 1, 0));
            assertRefused("adaptivity must be positive", () -> new FedAdam(1, 0.9, 0.9, rate));
        }
        for (double decay : List.of(-0.1, 1.0, Double.NaN)) {
            assertRefused("beta1 must be in [0, 1)", () -> new FedAdagrad(1, decay, 1));
            assertRefused("beta2 must be in [0, 1)", () -> new FedYogi(1, 0.9, decay, 1));
        }
        assertRefused("tolerance must be at least 0", () -> new Fadas(1, 0.9, 0.9, 1, -1));
    }

    private static void assertChanges(CoordinateOptimiser optimiser, double... changes) {
        Moments moments = Moments.initial(optimiser, 1);
        for (int i = 0; i < changes.length; i++) {
            assertEquals(changes[i], optimiser.change(GRADIENTS[i], moments, 0, 0), TOLERANCE, "step " + i);
        }
    }

    private static void assertRefused(String words, Executable executable) {
        String message =
                assertThrows(IllegalArgumentException.class, executable).getMessage();
        assertTrue(message.contains(words), message);
    }
}
