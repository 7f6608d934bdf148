package dev.convoy.training;

import java.util.List;

/**
 * What a training found out, and the network it made.
 *
 * @param rows in the training, validation and test parts
 * @param chosen features by elimination
 * @param importance of each feature for the forest: the accuracy lost on the test part without it
 */
public record TrainingResult(
        LabelledTable.Counts counts,
        Parts rows,
        Parts groups,
        List<Cleaning.Mended> cleaned,
        List<Encoding.Feature> features,
        List<String> classes,
        List<FeatureElimination.Step> elimination,
        FeatureElimination.Step chosen,
        List<ForestSearch.Tried> forests,
        ForestSearch.Tried forest,
        NetworkTraining.Trained network,
        List<Double> importance,
        List<Scored> scores) {
    /** How much of something is in each part. */
    public record Parts(int training, int validation, int test) {}

    /**
     * A model on the test part.
     *
     * @param byRow over all its rows
     * @param byDecision over the last row of each group, which is the decision
     */
    public record Scored(String model, Scores byRow, Scores byDecision) {}
}
