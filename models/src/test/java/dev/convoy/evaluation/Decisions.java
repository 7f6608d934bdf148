package dev.convoy.evaluation;

import dev.convoy.prediction.Baselines;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Labelled decisions drawn from a seed. */
public final class Decisions {
    private Decisions() {}

    public static List<ScoredDecision> drawn(long seed, int classes, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> new ScoredDecision(
                        random.nextInt(classes),
                        random.nextInt(classes),
                        random.nextDouble(),
                        random.nextBoolean(),
                        new Baselines(
                                said(random, classes),
                                said(random, classes),
                                said(random, classes),
                                said(random, classes))))
                .toList();
    }

    private static OptionalInt said(SplittableRandom random, int classes) {
        int drawn = random.nextInt(classes + 1);
        return drawn == classes ? OptionalInt.empty() : OptionalInt.of(drawn);
    }
}
