package dev.convoy.experiments.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/** Student's t distribution, as far as intervals and tests need it. */
final class Student {
    private static final double UPPER_TAIL = (1 - Estimate.CONFIDENCE) / 2;

    private Student() {}

    /** What the mean lies within, in standard errors, with the usual confidence. */
    static double halfWidth(int degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(UPPER_TAIL);
    }

    /** The probability of a value at least as far from 0, on either side. */
    static double twoSided(double t, int degreesOfFreedom) {
        return Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t)));
    }
}
