package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Merges parameter by parameter, from all nodes' values of it in ascending order. */
final class SortedCoordinates {
    private SortedCoordinates() {}

    static Parameters merge(List<Contribution> contributions, ToDoubleFunction<float[]> ofSorted) {
        float[] merged = new float[contributions.get(0).parameters().size()];
        float[] values = new float[contributions.size()];
        for (int i = 0; i < merged.length; i++) {
            for (int c = 0; c < values.length; c++) {
                values[c] = contributions.get(c).parameters().get(i);
            }
            Arrays.sort(values);
            merged[i] = (float) ofSorted.applyAsDouble(values);
        }
        return Parameters.of(merged);
    }
}
