package dev.convoy.aggregator;

import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;

/** A server optimiser that treats each parameter by itself. */
public sealed interface CoordinateOptimiser extends ServerOptimiser permits Momentum, AdaptiveOptimiser, Fadas {
    /**
     * The change of one parameter.
     *
     * @param gradient its part of the pseudo-gradient
     * @param moments what is remembered of it begins at {@code first}, and is brought up to date
     * @param staleness greatest of the merged updates, in versions
     */
    double change(double gradient, Moments moments, int first, long staleness);

    @Override
    default void requireFits(Strategy strategy) {
        if (strategy.content().isEmpty()) {
            throw new IllegalArgumentException("server-optimiser must be none, because with this strategy nothing is"
                    + " merged and there is no step to optimise");
        }
        if (strategy.merging() != Merging.AVERAGE) {
            throw new IllegalArgumentException("server-optimiser must be none, because a union of trees has no step"
                    + " from parameter to parameter to optimise");
        }
        if (strategy.serverRate() != 1) {
            throw new IllegalArgumentException("server-rate of the strategy must be 1, because the server optimiser has"
                    + " a rate of its own: " + strategy.serverRate());
        }
    }

    /** In double, rounded to float once. */
    @Override
    default Parameters step(Parameters present, Parameters merged, Moments moments, long staleness) {
        float[] next = new float[present.size()];
        int each = memory().size();
        for (int i = 0; i < next.length; i++) {
            double gradient = (double) merged.get(i) - present.get(i);
            next[i] = (float) (present.get(i) + change(gradient, moments, i * each, staleness));
        }
        return Parameters.of(next);
    }
}
