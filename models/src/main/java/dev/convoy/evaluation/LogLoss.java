package dev.convoy.evaluation;

import java.util.OptionalDouble;

/** The mean of -ln p, p being the probability that was given to the true class. */
public final class LogLoss {
    /** Probabilities have six decimals: what was rounded to 0 counts as the smallest number they can tell from it. */
    private static final double SMALLEST_PROBABILITY = 1e-6;

    private double sum;
    private long all;

    public void add(double probability) {
        sum += of(probability);
        all++;
    }

    /** Of one decision. */
    public static double of(double probability) {
        return -StrictMath.log(Math.max(SMALLEST_PROBABILITY, probability));
    }

    public OptionalDouble value() {
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / all);
    }
}
