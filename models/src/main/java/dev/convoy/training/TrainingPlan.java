package dev.convoy.training;

import java.util.List;

/**
 * How to train.
 *
 * @param folds of the cross-validations
 * @param testShare of the groups, held out until the end
 * @param validationShare of the other groups, by which the network stops early
 * @param rowsPerGroup at most so many rows of a group are used, drawn evenly over it
 * @param trees and {@code depths}: the grid of the forest
 */
public record TrainingPlan(
        int folds,
        double testShare,
        double validationShare,
        int rowsPerGroup,
        List<Integer> trees,
        List<Integer> depths,
        NetworkTraining network) {
    public TrainingPlan {
        trees = List.copyOf(trees);
        depths = List.copyOf(depths);
        if (folds < 2 || folds > 100) {
            throw new IllegalArgumentException("folds must be 2 to 100: " + folds);
        }
        requireShare("the test part", testShare);
        requireShare("the validation part", validationShare);
        if (rowsPerGroup < 1) {
            throw new IllegalArgumentException("rows per trip must be at least 1: " + rowsPerGroup);
        }
        if (trees.isEmpty() || depths.isEmpty()) {
            throw new IllegalArgumentException("the forest's grid needs a number of trees and a depth");
        }
    }

    private static void requireShare(String part, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(part + " must be a share above 0 and below 1: " + share);
        }
    }
}
