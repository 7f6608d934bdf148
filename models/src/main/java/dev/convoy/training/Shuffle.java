package dev.convoy.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Fisher and Yates 1938. */
final class Shuffle {
    private Shuffle() {}

    /** Shuffles this list and returns it. */
    static <T> List<T> of(List<T> items, RandomGenerator random) {
        for (int i = items.size() - 1; i > 0; i--) {
            Collections.swap(items, i, random.nextInt(i + 1));
        }
        return items;
    }

    static List<Integer> upTo(int count, RandomGenerator random) {
        return of(new ArrayList<>(IntStream.range(0, count).boxed().toList()), random);
    }
}
