package dev.convoy.evaluation;

import java.util.List;

/**
 * The scores of each class, their means, and which classes were taken for which.
 *
 * @param classes by number
 * @param macro the mean over classes, each counting alike
 * @param micro over all examples, each counting alike; where an example has one label, all three are the accuracy
 * @param confusion the cells that are not 0, by label and predicted class
 */
public record ClassReport(List<ClassScores> classes, ClassScores macro, ClassScores micro, List<Cell> confusion) {
    public ClassReport {
        classes = List.copyOf(classes);
        confusion = List.copyOf(confusion);
    }

    /** How many examples of a label were predicted to be of a class. */
    public record Cell(int label, int predicted, long count) {}
}
