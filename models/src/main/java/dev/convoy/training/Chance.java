package dev.convoy.training;

import java.util.random.RandomGenerator;

/** Where chance comes from: a stream for each name, so that one choice never shifts another. */
@FunctionalInterface
public interface Chance {
    RandomGenerator stream(String name);
}
