package dev.convoy.learning.tribuo;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;

/**
 * A random forest (Breiman 2001): every tree on a bootstrap sample, every split among the square root of the features.
 *
 * @param depth most levels of a tree
 */
public record ForestTrainer(int trees, int depth, long seed) {
    private static final int MOST_TREES = 5_000;
    private static final int DEEPEST = 64;

    public ForestTrainer {
        if (trees < 1 || trees > MOST_TREES) {
            throw new IllegalArgumentException("trees must be 1 to " + MOST_TREES + ": " + trees);
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth must be 1 to " + DEEPEST + ": " + depth);
        }
    }

    public Classifier train(LabelledRows rows) {
        Quiet.please();
        int features = rows.features();
        Examples examples = new Examples(features);
        float share = (float) Math.min(1, Math.sqrt(features) / features);
        CARTClassificationTrainer tree =
                new CARTClassificationTrainer(depth, 2, 0, share, false, new GiniIndex(), seed);
        RandomForestTrainer<Label> forest = new RandomForestTrainer<>(tree, new VotingCombiner(), trees, seed);
        return new TribuoClassifier(forest.train(examples.dataset(rows)), examples, rows.classes());
    }
}
