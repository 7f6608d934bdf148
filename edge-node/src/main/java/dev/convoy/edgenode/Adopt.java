package dev.convoy.edgenode;

import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;

/** What an edge node makes of a global model that arrives. The optimiser's state is kept in every case. */
public sealed interface Adopt {
    /**
     * The node's parameters from now on.
     *
     * @param merging how parameters of this learner are put together
     * @param own its parameters so far
     * @param anchor what they have progressed from since the last exchange
     */
    Parameters adopted(Merging merging, Parameters own, Parameters anchor, Parameters global);

    /** @throws IllegalArgumentException if it makes no sense with such learners */
    default void requireFits(Merging learner) {
        // replacing needs no arithmetic, and rebasing is the merging's
    }

    /** Whether part of what the node learns can stay with it, told of by no update. */
    default boolean keepsBack() {
        return false;
    }

    /** What the node's progress counts from after that. */
    Parameters anchor(Parameters adopted, Parameters global);

    /** Whether what the node has learned since the last exchange remains in its model and can be sent. */
    default boolean keepsProgress() {
        return false;
    }

    /** The global model takes the place of the node's own; what was learned since the last update is dropped. */
    record Replace() implements Adopt {
        public static Replace standard() {
            return new Replace();
        }

        @Override
        public Parameters adopted(Merging merging, Parameters own, Parameters anchor, Parameters global) {
            return global;
        }

        @Override
        public Parameters anchor(Parameters adopted, Parameters global) {
            return global;
        }
    }

    /** The global model, plus the node's own progress since the last exchange. */
    record Rebase() implements Adopt {
        public static Rebase standard() {
            return new Rebase();
        }

        @Override
        public Parameters adopted(Merging merging, Parameters own, Parameters anchor, Parameters global) {
            return merging.joined(global, merging.progress(own, anchor));
        }

        @Override
        public boolean keepsProgress() {
            return true;
        }

        @Override
        public Parameters anchor(Parameters adopted, Parameters global) {
            return global;
        }
    }

    /**
     * A weighted mean of the two models.
     *
     * @param share of the global model, in [0, 1]
     */
    record Mix(double share) implements Adopt {
        public Mix {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in [0, 1]: " + share);
            }
        }

        public static Mix standard() {
            return new Mix(0.5);
        }

        @Override
        public void requireFits(Merging learner) {
            if (learner != Merging.AVERAGE) {
                throw new IllegalArgumentException("adopt mix averages parameters, and trees cannot be averaged: set"
                        + " adopt to rebase or replace");
            }
        }

        @Override
        public boolean keepsBack() {
            return true;
        }

        @Override
        public Parameters adopted(Merging merging, Parameters own, Parameters anchor, Parameters global) {
            if (own.size() != global.size()) {
                throw new IllegalArgumentException("expected " + own.size() + " parameters: " + global.size());
            }
            float[] mixed = new float[own.size()];
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = (float) ((1 - share) * own.get(i) + share * global.get(i));
            }
            return Parameters.of(mixed);
        }

        @Override
        public Parameters anchor(Parameters adopted, Parameters global) {
            return adopted;
        }
    }
}
