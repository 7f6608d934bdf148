package dev.convoy.experiments.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Golden values are those of printed tables, of Student's and Holm's papers, and of sums done by hand. */
final class StatisticsTest {
    /** Hours of sleep gained with two drugs by the same ten patients: Student 1908, table I. */
    private static final List<Double> FIRST_DRUG = List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

    private static final List<Double> SECOND_DRUG = List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

    @Test
    void theHalfWidthsAreThoseOfPrintedTables() {
        List<Integer> freedom = List.of(1, 4, 9, 14, 19, 29);
        List<Double> printed = List.of(12.706, 2.776, 2.262, 2.145, 2.093, 2.045);
        for (int i = 0; i < freedom.size(); i++) {
            assertEquals(printed.get(i), Student.halfWidth(freedom.get(i)), 5e-4, "n - 1 = " + freedom.get(i));
        }
    }

    @Test
    void anIntervalIsTheOneDoneByHand() {
        Estimate estimate = Estimate.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));

        assertEquals(5, estimate.mean());
        assertEquals(Math.sqrt(32.0 / 7), estimate.sd().orElseThrow(), 1e-15);
        // 2.364624 * sqrt(32 / 7) / sqrt(8)
        assertEquals(5 - 1.787488, estimate.interval().orElseThrow().lower(), 1e-5);
        assertEquals(5 + 1.787488, estimate.interval().orElseThrow().upper(), 1e-5);
    }

    @Test
    void oneValueHasAMeanAndNothingElse() {
        assertEquals(new Estimate(1, 3, OptionalDouble.empty(), Optional.empty()), Estimate.of(List.of(3.0)));
        assertTrue(PairedDifference.of(List.of(1.0), List.of(2.0)).p().isEmpty());
        assertTrue(Bootstrap.ofMean(List.of(1.0), RandomStream.named(1, "x")).isEmpty());
    }

    @Test
    void studentsDrugsDifferAsHeFound() {
        PairedDifference difference = PairedDifference.of(SECOND_DRUG, FIRST_DRUG);

        assertEquals(1.58, difference.estimate().mean(), 1e-12);
        assertEquals(1.229995, difference.estimate().sd().orElseThrow(), 1e-6);
        assertEquals(0.7001142, difference.estimate().interval().orElseThrow().lower(), 1e-6);
        assertEquals(2.4598858, difference.estimate().interval().orElseThrow().upper(), 1e-6);
        assertEquals(0.002832890, difference.p().orElseThrow(), 1e-8);
    }

    @Test
    void equalPairsDoNotDifferAndAConstantDifferenceIsCertain() {
        List<Double> values = List.of(0.1, 0.25, 0.375);
        PairedDifference none = PairedDifference.of(values, values);

        assertEquals(new Interval(0, 0), none.estimate().interval().orElseThrow());
        assertEquals(OptionalDouble.of(1), none.p());
        assertEquals(
                OptionalDouble.of(0),
                PairedDifference.of(List.of(2.0, 3.0, 4.0), List.of(1.0, 2.0, 3.0))
                        .p());
    }

    @Test
    void holmMultipliesTheSmallestMostAndNeverFalls() {
        assertEquals(List.of(0.03, 0.06, 0.06, 0.02), rounded(Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005))));
        assertEquals(List.of(1.0, 1.0), Holm.corrected(List.of(0.9, 0.8)));
        assertEquals(List.of(0.2), Holm.corrected(List.of(0.2)));
        assertEquals(List.of(), Holm.corrected(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Holm.corrected(List.of(Double.NaN)));
    }

    @Test
    void aTIntervalHoldsTheMeanInNineteenOfTwentySamples() {
        int held = 0;
        int samples = 4000;
        for (int sample = 0; sample < samples; sample++) {
            RandomStream random = RandomStream.named(sample, "coverage");
            List<Double> values = DoubleStream.generate(() -> normal(random))
                    .limit(10)
                    .boxed()
                    .toList();
            held += Estimate.of(values).interval().orElseThrow().contains(0) ? 1 : 0;
        }
        // Four standard errors of a share of 0.95 in 4000.
        assertEquals(0.95, (double) held / samples, 0.0138);
    }

    @Test
    void theBootstrapIsThatOfItsStreamAndLiesWithinTheSample() {
        List<Double> values = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> values.add(i % 10 == 0 ? 9.0 : 1.0));
        Interval interval = Bootstrap.ofMean(values, RandomStream.named(3, "a")).orElseThrow();

        assertEquals(
                interval, Bootstrap.ofMean(values, RandomStream.named(3, "a")).orElseThrow());
        assertTrue(interval.contains(1.8), interval.toString());
        // Binomial(40, 0.1): its quantiles 0.025 and 0.975 are 1 and 8 of 40 nines.
        assertEquals(1 + 8.0 / 40, interval.lower(), 1e-12);
        assertEquals(1 + 8 * 8.0 / 40, interval.upper(), 1e-12);
    }

    private static double normal(RandomStream random) {
        return random.nextGaussian();
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(v -> Math.round(v * 1e9) / 1e9).toList();
    }
}
