package dev.convoy.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void everyWeightIsOneWhenFreshAndNeverRisesAndNeverVanishes() {
        List<StalenessWeight> weights = List.of(
                new StalenessWeight.Constant(),
                new StalenessWeight.Polynomial(0),
                new StalenessWeight.Polynomial(0.1),
                StalenessWeight.Polynomial.standard(),
                new StalenessWeight.Polynomial(1),
                new StalenessWeight.Polynomial(16));
        for (StalenessWeight weight : weights) {
            assertEquals(1, weight.at(0), weight.toString());
            double before = 1;
            for (long staleness = 1; staleness < 10_000; staleness++) {
                double now = weight.at(staleness);
                assertTrue(now > 0 && now <= before, weight + " at " + staleness + ": " + now);
                before = now;
            }
            assertTrue(weight.at(Long.MAX_VALUE) > 0, weight.toString());
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
}
