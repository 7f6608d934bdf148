package dev.convoy.experiments.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The step-down correction of Holm (1979): with it the probability that any of several tests errs is as small as that of
 * one. The k-th smallest of m is multiplied by m - k + 1, and none may be smaller than the one before it.
 */
public final class Holm {
    private Holm() {}

    /** The corrected probabilities, in the order of the given ones. */
    public static List<Double> corrected(List<Double> probabilities) {
        int m = probabilities.size();
        List<Integer> ascending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .toList();
        List<Double> corrected = new ArrayList<>(probabilities);
        double greatest = 0;
        for (int k = 0; k < m; k++) {
            int index = ascending.get(k);
            double p = probabilities.get(index);
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a probability must be in [0, 1]: " + p);
            }
            greatest = Math.max(greatest, Math.min(1, p * (m - k)));
            corrected.set(index, greatest);
        }
        return corrected;
    }
}
