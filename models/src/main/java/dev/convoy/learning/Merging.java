package dev.convoy.learning;

import dev.convoy.learning.forest.Forest;

/** How what learners of one kind know is put together, which is the kind's to say. */
public enum Merging {
    /** Each parameter means the same in all of them: they are added, subtracted and averaged one by one. */
    AVERAGE {
        @Override
        public Parameters progress(Parameters own, Parameters anchor) {
            return own.minus(anchor);
        }

        @Override
        public Parameters joined(Parameters model, Parameters progress) {
            return model.plus(progress);
        }
    },
    /** Trees cannot be averaged: those of all nodes stand side by side, of each node the newest. */
    UNION {
        @Override
        public Parameters progress(Parameters own, Parameters anchor) {
            return Forest.of(own).newerThan(Forest.of(anchor)).parameters();
        }

        @Override
        public Parameters joined(Parameters model, Parameters progress) {
            return Forest.of(model).union(Forest.of(progress)).parameters();
        }
    };

    /** What a learner has come to know since it stood at the anchor. */
    public abstract Parameters progress(Parameters own, Parameters anchor);

    /** A model with such progress on top of it. */
    public abstract Parameters joined(Parameters model, Parameters progress);
}
