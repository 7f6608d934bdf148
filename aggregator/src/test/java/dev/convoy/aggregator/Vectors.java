package dev.convoy.aggregator;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Parameters drawn at random. */
final class Vectors {
    static final int SIZE = 31;

    private Vectors() {}

    /** Each in [-1, 1]. */
    static Parameters drawn(RandomGenerator random) {
        return drawn(random, 1);
    }

    static Parameters drawn(RandomGenerator random, double most) {
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) ((random.nextDouble() * 2 - 1) * most);
        }
        return Parameters.of(values);
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
