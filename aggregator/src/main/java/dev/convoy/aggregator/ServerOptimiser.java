package dev.convoy.aggregator;

import dev.convoy.learning.Parameters;
import java.util.List;

/**
 * What is made of the step from the present version to the merged one, which it takes for a gradient: the
 * pseudo-gradient D = merged - present of Reddi et al. 2021, "Adaptive Federated Optimization". An optimiser is one
 * record, registered by a permits clause.
 */
public sealed interface ServerOptimiser permits ServerOptimiser.None, CoordinateOptimiser {
    /** @throws IllegalArgumentException if it makes no sense with that strategy */
    default void requireFits(Strategy strategy) {
        // what leaves the merged parameters alone fits them all
    }

    /** What it remembers of each parameter, as it is before the first version. */
    List<Double> memory();

    /**
     * The next version.
     *
     * @param moments what it remembers, which is brought up to date
     * @param staleness greatest of the merged updates, in versions
     */
    Parameters step(Parameters present, Parameters merged, Moments moments, long staleness);

    /** The merged parameters are the next version, to the last bit. */
    record None() implements ServerOptimiser {
        public static None standard() {
            return new None();
        }

        @Override
        public List<Double> memory() {
            return List.of();
        }

        @Override
        public Parameters step(Parameters present, Parameters merged, Moments moments, long staleness) {
            return merged;
        }
    }
}
