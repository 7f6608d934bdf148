package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of parameter vectors, each times its coefficient: for each parameter in double, from 0 on in the order in which
 * the vectors were added, and rounded to float once, when it is taken out.
 *
 * <p>It is taken out block by block, so that the sums of a block stay in the cache and need no memory of a vector's size.
 */
final class WeightedSum {
    private static final int BLOCK = 16_384;

    private record Term(double coefficient, Parameters vector) {}

    private final int size;
    private final List<Term> terms = new ArrayList<>();

    WeightedSum(int size) {
        this.size = size;
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
        if (vector.size() != size) {
            throw new IllegalArgumentException("expected " + size + " parameters: " + vector.size());
        }
        terms.add(new Term(coefficient, vector));
    }

    Parameters toParameters() {
        float[] rounded = new float[size];
        double[] sums = new double[Math.min(BLOCK, size)];
        for (int from = 0; from < size; from += BLOCK) {
            int length = sumUp(from, sums);
            for (int i = 0; i < length; i++) {
                rounded[from + i] = (float) sums[i];
            }
        }
        return Parameters.of(rounded);
    }

    Parameters plus(Parameters start) {
        float[] rounded = new float[size];
        double[] sums = new double[Math.min(BLOCK, size)];
        for (int from = 0; from < size; from += BLOCK) {
            int length = sumUp(from, sums);
            for (int i = 0; i < length; i++) {
                rounded[from + i] = (float) (start.get(from + i) + sums[i]);
            }
        }
        return Parameters.of(rounded);
    }

    /** Sums up the parameters from this one on, and returns how many fit; two vectors at a time, as it is faster. */
    private int sumUp(int from, double[] sums) {
        Arrays.fill(sums, 0);
        int length = Math.min(sums.length, size - from);
        int pairs = terms.size() / 2;
        for (int pair = 0; pair < pairs; pair++) {
            addBoth(terms.get(2 * pair), terms.get(2 * pair + 1), from, length, sums);
        }
        if (terms.size() % 2 == 1) {
            addLast(terms.get(2 * pairs), from, length, sums);
        }
        return length;
    }

    private static void addBoth(Term first, Term second, int from, int length, double[] sums) {
        double byFirst = first.coefficient();
        double bySecond = second.coefficient();
        Parameters ofFirst = first.vector();
        Parameters ofSecond = second.vector();
        for (int i = 0; i < length; i++) {
            double sum = sums[i] + byFirst * ofFirst.get(from + i);
            sums[i] = sum + bySecond * ofSecond.get(from + i);
        }
    }

    private static void addLast(Term last, int from, int length, double[] sums) {
        double coefficient = last.coefficient();
        Parameters vector = last.vector();
        for (int i = 0; i < length; i++) {
            sums[i] += coefficient * vector.get(from + i);
        }
    }
}
