package dev.convoy.training;

import dev.convoy.learning.Classifier;
import dev.convoy.learning.LabelledRows;
import dev.convoy.learning.Learner;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.Probabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trains a network epoch by epoch until the validation part's loss has not fallen for some epochs, and keeps the
 * parameters of the epoch at which it was lowest.
 *
 * @param epochs at most
 * @param patience epochs without a lower validation loss after which it stops
 */
public record NetworkTraining(NeuralNetwork network, int epochs, int patience) {
    /** Where the logarithm of a probability of 0 would end. */
    private static final double LEAST_PROBABILITY = 1e-6;

    /** One epoch's end: mean cross-entropies, and accuracy on the validation part. */
    public record Epoch(int number, double trainingLoss, double validationLoss, double validationAccuracy) {}

    /**
     * What came of it.
     *
     * @param best the epoch whose parameters were kept
     */
    public record Trained(Parameters parameters, List<Epoch> epochs, int best) {
        public Trained {
            epochs = List.copyOf(epochs);
        }
    }

    public NetworkTraining {
        if (epochs < 1 || epochs > 10_000) {
            throw new IllegalArgumentException("epochs must be 1 to 10000: " + epochs);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1: " + patience);
        }
    }

    Trained train(LabelledRows rows, LabelledRows validation, Chance chance, Progress progress) {
        Parameters initial =
                network.initialParameters(rows.features(), rows.classes(), chance.stream("network/initial-parameters"));
        Learner learner = network.create(rows.features(), rows.classes(), initial);
        RandomGenerator order = chance.stream("network/batches");
        List<Epoch> done = new ArrayList<>();
        Parameters best = initial;
        int bestEpoch = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int number = 1; number <= epochs && number - bestEpoch <= patience; number++) {
            learn(learner, rows, order);
            Epoch epoch = epoch(number, learner, rows, validation);
            done.add(epoch);
            if (epoch.validationLoss() < lowest) {
                lowest = epoch.validationLoss();
                best = learner.parameters();
                bestEpoch = number;
            }
            progress.step("network", number, epochs);
        }
        return new Trained(best, done, bestEpoch);
    }

    private void learn(Learner learner, LabelledRows rows, RandomGenerator random) {
        List<Integer> order = Shuffle.upTo(rows.size(), random);
        for (int from = 0; from < order.size(); from += network.batch()) {
            LabelledRows batch = rows.select(order.subList(from, Math.min(order.size(), from + network.batch())));
            learner.learn(batch.rows(), batch.labels());
        }
    }

    private static Epoch epoch(int number, Classifier learner, LabelledRows rows, LabelledRows validation) {
        List<Probabilities> predicted = Scores.predict(learner, validation);
        return new Epoch(
                number,
                loss(Scores.predict(learner, rows), rows),
                loss(predicted, validation),
                Scores.of(predicted, validation).accuracy());
    }

    private static double loss(List<Probabilities> predictions, LabelledRows rows) {
        double sum = 0;
        for (int row = 0; row < rows.size(); row++) {
            sum -= StrictMath.log(
                    Math.max(LEAST_PROBABILITY, predictions.get(row).of(rows.label(row))));
        }
        return sum / rows.size();
    }
}
