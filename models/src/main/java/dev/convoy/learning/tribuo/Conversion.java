package dev.convoy.learning.tribuo;

import dev.convoy.learning.forest.Tree;
import dev.convoy.learning.forest.TreeBuilder;
import java.util.HashMap;
import java.util.Map;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;

/** Makes our trees of Tribuo's. For every row of floats they take the same way to the same leaf. */
final class Conversion {
    private final int features;
    private final int classes;

    Conversion(int features, int classes) {
        this.features = features;
        this.classes = classes;
    }

    Tree tree(Model<Label> model) {
        TreeBuilder tree = new TreeBuilder(features, classes);
        add(((TreeModel<Label>) model).getRoot(), numbers(model.getFeatureIDMap()), tree);
        return tree.build();
    }

    private void add(Node<Label> node, Map<Integer, Integer> numbers, TreeBuilder tree) {
        if (node instanceof SplitNode<Label> split) {
            tree.split(numbers.get(split.getFeatureID()), below(split.splitValue()));
            add(split.getLessThanOrEqual(), numbers, tree);
            add(split.getGreaterThan(), numbers, tree);
        } else {
            tree.leaf(probabilities((LeafNode<Label>) node));
        }
    }

    /** The greatest float that is not above: whatever float is above the one is above the other. */
    private static float below(double threshold) {
        float nearest = (float) threshold;
        return nearest > threshold ? Math.nextDown(nearest) : nearest;
    }

    /** A class that did not occur in training has probability 0. */
    private float[] probabilities(LeafNode<Label> leaf) {
        float[] probabilities = new float[classes];
        for (int label = 0; label < classes; label++) {
            Label score = leaf.getDistribution().get(Integer.toString(label));
            probabilities[label] = score == null ? 0 : (float) score.getScore();
        }
        return probabilities;
    }

    /** Our number of each of Tribuo's features. */
    private Map<Integer, Integer> numbers(ImmutableFeatureMap names) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int feature = 0; feature < features; feature++) {
            numbers.put(names.getID(Examples.name(feature)), feature);
        }
        return numbers;
    }
}
