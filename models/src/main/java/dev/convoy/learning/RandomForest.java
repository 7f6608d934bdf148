package dev.convoy.learning;

import dev.convoy.learning.forest.Forest;
import dev.convoy.learning.forest.ForestForm;
import dev.convoy.learning.forest.ForestLearner;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A random forest (Breiman 2001) that is trained anew on the newest labelled rows again and again; nodes exchange their
 * trees, which stand side by side in the global model.
 *
 * @param trees of each node
 * @param depth most levels of splits in a tree
 * @param window how many of the newest labelled rows a node trains on
 * @param retrainAfter how many new ones there must be before it does so again
 */
public record RandomForest(int trees, int depth, int window, int retrainAfter) implements LearnerKind {
    private static final int MOST_TREES = 1000;
    private static final int DEEPEST = 64;
    private static final int LONGEST_WINDOW = 1_000_000;

    public RandomForest {
        require("trees", trees, MOST_TREES);
        require("depth", depth, DEEPEST);
        require("window", window, LONGEST_WINDOW);
        require("retrain-after", retrainAfter, window);
    }

    public static RandomForest standard() {
        return new RandomForest(10, 8, 1024, 64);
    }

    @Override
    public ParameterForm form(int features, int classes) {
        return new ForestForm(features, classes);
    }

    /** No trees: the first come of the first rows. */
    @Override
    public Parameters initialParameters(int features, int classes, RandomGenerator random) {
        return Forest.empty(features, classes).parameters();
    }

    @Override
    public Parameters startingFrom(Parameters trained) {
        return Forest.of(trained).at(0).parameters();
    }

    @Override
    public Learner create(int features, int classes, Parameters initial) {
        return new ForestLearner(this, features, classes, initial);
    }

    @Override
    public Merging merging() {
        return Merging.UNION;
    }

    @Override
    public Optional<String> refusal(int classes, int nodes) {
        long leaves = Math.min(window, 1L << Math.min(depth, 30));
        long valuesOfTree = 1 + 2 * (leaves - 1) + (1L + classes) * leaves;
        long values = nodes * (4 + trees * valuesOfTree);
        return values <= ForestForm.MOST_VALUES
                ? Optional.empty()
                : Optional.of(
                        nodes + " nodes with " + trees + " trees of " + leaves + " leaves each could have " + values
                                + " values in one model, which may have " + ForestForm.MOST_VALUES
                                + "; set fewer trees, a lower depth or a shorter window");
    }

    @Override
    public Optional<Retraining> retraining() {
        return Optional.of(new Retraining(window, retrainAfter));
    }

    /** The fewest rows that it is ever trained on. */
    @Override
    public int batch() {
        return retrainAfter;
    }

    private static void require(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + " must be 1 to " + most + ": " + value);
        }
    }
}
