package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Parameters drawn at random. */
public final class Vectors {
    public static final int SIZE = 31;

    private Vectors() {}

    /** Each in [-1, 1]. */
    public static Parameters drawn(RandomGenerator random) {
        return drawn(random, 1);
    }

    public static Parameters drawn(RandomGenerator random, double most) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) ((random.nextDouble() * 2 - 1) * most);
        }
        return Parameters.of(values);
    }

    /** Multiples of 1/64 in [-4, 4): with small whole weights that add up to a power of two, every sum is exact. */
    public static Parameters dyadic(RandomGenerator random) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (random.nextInt(512) - 256) / 64f;
        }
        return Parameters.of(values);
    }

    /** In an order drawn anew. */
    public static <T> List<T> shuffled(List<T> things, RandomGenerator random) {
        List<T> rest = new ArrayList<>(things);
        List<T> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove(random.nextInt(rest.size())));
        }
        return shuffled;
    }

    /** Of a node that does not matter. */
    static Contribution contribution(Parameters parameters, double weighting, double stalenessWeight) {
        return new Contribution(new NodeId(1), parameters, weighting, stalenessWeight);
    }

    /** Of so many nodes, with weights of all kinds. */
    static List<Contribution> contributions(RandomGenerator random, int nodes) {
        List<Contribution> contributions = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            contributions.add(contribution(drawn(random), 1 + random.nextInt(200), 1 - random.nextDouble()));
        }
        return contributions;
    }

    static List<Contribution> equallyWeighted(List<Contribution> contributions) {
        return contributions.stream()
                .map(c -> contribution(c.parameters(), 1, 1))
                .toList();
    }
}
