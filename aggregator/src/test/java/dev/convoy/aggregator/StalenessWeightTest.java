package dev.convoy.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StalenessWeightTest {
    @ParameterizedTest
    @CsvSource({"0, 1.0000", "1, .7071", "2, .5774", "4, .4472", "5, .4082", "8, .3333", "16, .2425"})
    void polynomialWithOneHalfIsThatOfFedAsyncAndFedBuff(long staleness, double fourDigits) {
        double weight = new StalenessWeight.Polynomial(0.5).at(staleness);

        assertEquals(1 / Math.sqrt(1.0 + staleness), weight, 1e-12);
        assertEquals(fourDigits, weight, 0.5e-4);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "4, 1, 1", "5, 11, .0909", "8, 41, .0244", "16, 121, .0083"})
    void hingeOfTenAndFourIsThatOfFedAsync(long staleness, double reciprocal, double fourDigits) {
        double weight = new StalenessWeight.Hinge(10, 4).at(staleness);

        assertEquals(1 / reciprocal, weight, 1e-12);
        assertEquals(fourDigits, weight, 0.5e-4);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.9048374180359595", "10, 0.36787944117144233", "50, 0.006737946999085467"})
    void exponentialIsAPowerOfE(long staleness, double expected) {
        assertEquals(expected, new StalenessWeight.Exponential(0.1).at(staleness), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "3, 1", "4, 0.25", "1000, 0.25"})
    void thresholdIsOneLowerWeightBeyondTheTolerance(long staleness, double expected) {
        assertEquals(expected, new StalenessWeight.Threshold(3, 0.25).at(staleness));
    }

    @Test
    void everyWeightIsOneWhenFreshAndNeverRisesAndNeverVanishes() {
        List<StalenessWeight.ByVersions> weights = new ArrayList<>(List.of(
                StalenessWeight.Hinge.standard(),
                new StalenessWeight.Hinge(0, 0),
                new StalenessWeight.Hinge(1e6, 0),
                StalenessWeight.Exponential.standard(),
                new StalenessWeight.Exponential(16),
                StalenessWeight.Threshold.standard(),
                new StalenessWeight.Threshold(0, 1),
                new StalenessWeight.Constant(),
                new StalenessWeight.Polynomial(0),
                new StalenessWeight.Polynomial(0.1),
                StalenessWeight.Polynomial.standard(),
                new StalenessWeight.Polynomial(1),
                new StalenessWeight.Polynomial(16)));
        for (long seed = 0; seed < 100; seed++) {
            weights.add(drawn(RandomStream.named(seed, "weight")));
        }
        for (StalenessWeight.ByVersions weight : weights) {
            assertEquals(1, weight.at(0), weight.toString());
            double before = 1;
            for (long staleness = 1; staleness < 2_000; staleness++) {
                double now = weight.at(staleness);
                assertTrue(now > 0 && now <= before, weight + " at " + staleness + ": " + now);
                before = now;
            }
            assertTrue(weight.at(Long.MAX_VALUE) > 0, weight.toString());
        }
    }

    @Test
    void distanceIsTheRateOfAsyncFedEdWhateverTheVersions() {
        double lambda = 3;
        double epsilon = 0.5;
        for (double gamma : List.of(0.0, 0.25, 1.0, 7.0)) {
            for (long staleness : List.of(0L, 9L)) {
                double weight = new StalenessWeight.Distance(epsilon).at(staleness, gamma);

                assertEquals(lambda / (gamma + epsilon), lambda / epsilon * weight, 1e-12, "" + gamma);
            }
        }
    }

    @Test
    void distanceIsOneWhereTheModelHasNotMovedAndNeverRisesAndNeverVanishes() {
        for (double scale : List.of(1e-300, 0.3, 1.0, 1e300)) {
            StalenessWeight weight = new StalenessWeight.Distance(scale);
            assertEquals(1, weight.at(3, 0));
            double before = 1;
            for (double distance = 1e-9; distance < 1e300; distance *= 7) {
                double now = weight.at(0, distance);
                assertTrue(now > 0 && now <= before, weight + " at " + distance + ": " + now);
                before = now;
            }
            assertTrue(weight.at(0, Double.POSITIVE_INFINITY) > 0, weight.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, 16.1})
    void anExponentThatIsNoWeightIsRefused(double exponent) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new StalenessWeight.Polynomial(exponent));

        assertTrue(refusal.getMessage().contains("exponent")
                && refusal.getMessage().contains("" + exponent));
    }

    @Test
    void whatIsNoWeightIsRefused() {
        for (double bad : List.of(-0.1, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertRefused("slope", bad, () -> new StalenessWeight.Hinge(bad, 1));
            assertRefused("scale", bad, () -> new StalenessWeight.Distance(bad));
            assertRefused("decay", bad, () -> new StalenessWeight.Exponential(bad));
            assertRefused("beyond", bad, () -> new StalenessWeight.Threshold(1, bad));
        }
        assertRefused("staleness limit", 0.0, () -> new StalenessWeight.Threshold(1, 0));
        assertRefused("tolerance", -1, () -> new StalenessWeight.Hinge(1, -1));
        assertRefused("tolerance", -1, () -> new StalenessWeight.Threshold(-1, 1));
    }

    private static void assertRefused(String word, Number value, Executable executable) {
        String message =
                assertThrows(IllegalArgumentException.class, executable).getMessage();
        assertTrue(message.contains(word) && message.endsWith(": " + value), message);
    }

    private static StalenessWeight.ByVersions drawn(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new StalenessWeight.Polynomial(16 * random.nextDouble());
            case 1 -> new StalenessWeight.Hinge(1000 * random.nextDouble(), random.nextInt(50));
            case 2 -> new StalenessWeight.Exponential(16 * random.nextDouble());
            default -> new StalenessWeight.Threshold(random.nextInt(50), 1 - random.nextDouble());
        };
    }
}
