package dev.convoy.aggregator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.learning.Parameters;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class WeightedSumTest {
    @Test
    void eachParameterIsSummedInOrderAndRoundedOnceHoweverManyThereAre() {
        for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 40_000}) {
            for (int vectors = 0; vectors < 6; vectors++) {
                RandomStream random = RandomStream.named(100L * vectors, "size " + size);
                Parameters start = huge(size, random);
                WeightedSum sum = new WeightedSum(size);
                double[] sums = new double[size];
                for (int v = 0; v < vectors; v++) {
                    double coefficient = random.nextDouble();
                    Parameters vector = huge(size, random);
                    sum.add(coefficient, vector);
                    for (int i = 0; i < size; i++) {
                        sums[i] += coefficient * vector.get(i);
                    }
                }
                float[] rounded = new float[size];
                float[] added = new float[size];
                for (int i = 0; i < size; i++) {
                    rounded[i] = (float) sums[i];
                    added[i] = (float) (start.get(i) + sums[i]);
                }

                assertEquals(Parameters.of(rounded), sum.toParameters(), size + " parameters, " + vectors + " vectors");
                assertEquals(Parameters.of(added), sum.plus(start), size + " parameters, " + vectors + " vectors");
            }
        }
    }

    @Test
    void aVectorOfAnotherSizeIsRefused() {
        List<String> messages = new ArrayList<>();
        for (Parameters other : List.of(Parameters.of(1), Parameters.of(1, 2, 3))) {
            messages.add(assertThrows(IllegalArgumentException.class, () -> new WeightedSum(2).add(1, other))
                    .getMessage());
        }

        assertEquals(List.of("expected 2 parameters: 1", "expected 2 parameters: 3"), messages);
    }

    /** Of sizes so different that any other order of summing gives other bits. */
    private static Parameters huge(int size, RandomGenerator random) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) Math.scalb(random.nextDouble() - 0.5, random.nextInt(100));
        }
        return Parameters.of(values);
    }
}
