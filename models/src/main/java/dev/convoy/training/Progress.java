package dev.convoy.training;

/** Is told how far a training has come. */
@FunctionalInterface
public interface Progress {
    /** @param done steps out of {@code all} that are behind us */
    void step(String stage, int done, int all);
}
