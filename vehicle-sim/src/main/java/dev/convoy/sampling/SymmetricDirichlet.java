package dev.convoy.sampling;

import dev.convoy.learning.Gaussian;
import java.util.random.RandomGenerator;

/** Draws from the symmetric Dirichlet distribution, by gamma draws (Marsaglia and Tsang 2000). */
public final class SymmetricDirichlet {
    private SymmetricDirichlet() {}

    /**
     * Shares that add up to 1: gamma draws over their sum.
     *
     * @param alpha above 0: the smaller, the more unequal they are
     */
    public static double[] shares(int count, double alpha, RandomGenerator random) {
        double[] logs = new double[count];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            logs[i] = logOfDraw(alpha, random);
            largest = Math.max(largest, logs[i]);
        }
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = StrictMath.exp(logs[i] - largest);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /** Logarithms, because draws for a small alpha are too small for a double. Gamma(a) = Gamma(a + 1) U^(1/a). */
    private static double logOfDraw(double alpha, RandomGenerator random) {
        double uniform = 1 - random.nextDouble();
        double d = alpha + 1 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = Gaussian.draw(random);
            double v = 1 + c * x;
            double u = 1 - random.nextDouble();
            if (v > 0) {
                double cube = v * v * v;
                if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
                    return StrictMath.log(d * cube) + StrictMath.log(uniform) / alpha;
                }
            }
        }
    }
}
