package dev.convoy.training;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Probabilities;

/** What every model must beat. */
final class Naive {
    private Naive() {}

    /** Always the class that occurs most often. */
    static Classifier majority(LabelledRows rows) {
        double[] shares = new double[rows.classes()];
        for (int row = 0; row < rows.size(); row++) {
            shares[rows.label(row)] += 1.0 / rows.size();
        }
        Probabilities constant = Probabilities.of(shares);
        return asked -> asked.stream().map(row -> constant).toList();
    }

    /**
     * To charge where the vehicle's own estimate lies below the reserve.
     *
     * @param margin the feature that says how far; its range is symmetric, so that 0 stays 0
     */
    static Classifier rule(int margin) {
        Probabilities charge = Probabilities.of(0, 1);
        Probabilities driveOn = Probabilities.of(1, 0);
        return rows ->
                rows.stream().map(row -> row[margin] < 0 ? charge : driveOn).toList();
    }
}
