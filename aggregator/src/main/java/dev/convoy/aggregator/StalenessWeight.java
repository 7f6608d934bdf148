package dev.convoy.aggregator;

/**
 * The weight s of an update by its staleness: 1 if fresh, in (0, 1], never rising with staleness. The functions are
 * those of FedAsync (Xie, Koyejo, Gupta 2019, "Asynchronous Federated Optimization", section 5.2).
 */
public sealed interface StalenessWeight {
    /** @param staleness in versions, at least 0 */
    double at(long staleness);

    /** Late updates count like fresh ones: s = 1. */
    record Constant() implements StalenessWeight {
        public static Constant standard() {
            return new Constant();
        }

        @Override
        public double at(long staleness) {
            return 1;
        }
    }

    /**
     * s = (1 + staleness)^-exponent. FedBuff (Nguyen et al. 2022, "Federated Learning with Buffered Asynchronous
     * Aggregation") uses it with 0.5: 1 / sqrt(1 + staleness).
     */
    record Polynomial(double exponent) implements StalenessWeight {
        /** Beyond this, two versions of staleness weigh less than a float can tell from nothing. */
        private static final double MAXIMUM_EXPONENT = 16;

        public Polynomial {
            if (!(exponent >= 0 && exponent <= MAXIMUM_EXPONENT)) {
                throw new IllegalArgumentException(
                        "exponent must be in [0, " + (int) MAXIMUM_EXPONENT + "]: " + exponent);
            }
        }

        public static Polynomial standard() {
            return new Polynomial(0.5);
        }

        @Override
        public double at(long staleness) {
            return StrictMath.pow(1.0 + staleness, -exponent);
        }
    }
}
