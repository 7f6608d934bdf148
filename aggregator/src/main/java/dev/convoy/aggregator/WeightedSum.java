package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import java.util.List;

/** A sum of parameter vectors, held in double and rounded to float once, when it is taken out. */
final class WeightedSum {
    private final double[] sums;

    WeightedSum(int size) {
        sums = new double[size];
    }

    static double total(List<Double> terms) {
        double total = 0;
        for (double term : terms) {
            total += term;
        }
        return total;
    }

    /** Adds each vector times its coefficient, one vector after the other. */
    WeightedSum add(List<Double> coefficients, List<Contribution> contributions) {
        for (int c = 0; c < contributions.size(); c++) {
            add(coefficients.get(c), contributions.get(c).parameters());
        }
        return this;
    }

    void add(double coefficient, Parameters vector) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += coefficient * vector.get(i);
        }
    }

    Parameters toParameters() {
        float[] rounded = new float[sums.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) sums[i];
        }
        return Parameters.of(rounded);
    }

    Parameters plus(Parameters start) {
        float[] rounded = new float[sums.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) (start.get(i) + sums[i]);
        }
        return Parameters.of(rounded);
    }
}
