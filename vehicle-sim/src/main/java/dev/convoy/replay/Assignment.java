package dev.convoy.replay;

import dev.convoy.runtime.RandomStream;
import dev.convoy.sampling.SymmetricDirichlet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which row goes to which edge node. */
public sealed interface Assignment {
    /** A dealer for one run. */
    Dealer dealer(int nodes, int classes, long seed);

    /** A bare word that is no kind is the name of a column. */
    static Assignment parse(String text) {
        return text.equals("round-robin") ? new RoundRobin() : new ByColumn(text, List.of());
    }

    /** Deals rows to nodes; its future depends on what it is given alone. */
    interface Dealer {
        /**
         * The index of the node.
         *
         * @param index of the row in the stream
         * @param cell of the node's column, empty where there is none
         * @param chance drawn evenly from [0, 1)
         */
        int node(long index, String cell, int label, double chance);
    }

    /**
     * A column says so: its values, in sorted order, are the nodes; with more values than nodes they go round.
     *
     * @param values empty as long as nobody has read the files
     */
    record ByColumn(String column, List<String> values) implements Assignment {
        static final int MOST_VALUES = 100_000;

        public ByColumn {
            values = List.copyOf(values);
            if (column.isBlank()) {
                throw new IllegalArgumentException("column must not be empty");
            }
        }

        @Override
        public Dealer dealer(int nodes, int classes, long seed) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                places.put(values.get(i), i % nodes);
            }
            return (index, cell, label, chance) -> places.getOrDefault(cell, 0);
        }

        @Override
        public String toString() {
            return values.isEmpty() ? column : column + values;
        }
    }

    /** One after the other. */
    record RoundRobin() implements Assignment {
        public static RoundRobin standard() {
            return new RoundRobin();
        }

        @Override
        public Dealer dealer(int nodes, int classes, long seed) {
            return (index, cell, label, chance) -> (int) (index % nodes);
        }

        @Override
        public String toString() {
            return "round-robin";
        }
    }

    /**
     * By chance, with shares of each class that are drawn from a symmetric Dirichlet distribution (Hsu, Qi, Brown 2019):
     * the smaller alpha, the more a class belongs to a single node.
     */
    record Dirichlet(double alpha) implements Assignment {
        public Dirichlet {
            if (!(alpha >= 0.01 && alpha <= 1000)) {
                throw new IllegalArgumentException("alpha must be 0.01 to 1000: " + alpha);
            }
        }

        public static Dirichlet standard() {
            return new Dirichlet(0.5);
        }

        @Override
        public Dealer dealer(int nodes, int classes, long seed) {
            double[][] shares = new double[classes][];
            for (int k = 0; k < classes; k++) {
                shares[k] = SymmetricDirichlet.shares(nodes, alpha, RandomStream.named(seed, "replay/shares/" + k));
            }
            return (index, cell, label, chance) -> {
                double left = chance;
                for (int node = 0; node < nodes - 1; node++) {
                    left -= shares[label][node];
                    if (left < 0) {
                        return node;
                    }
                }
                return nodes - 1;
            };
        }
    }
}
