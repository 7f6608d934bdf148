package dev.convoy.experiments.cli;

import dev.convoy.learning.NeuralNetwork;
import dev.convoy.training.NetworkTraining;
import dev.convoy.training.TrainingPlan;
import java.util.List;
import picocli.CommandLine.Option;

/** How the models are trained. */
final class TrainingOptions {
    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "N",
            description = "folds of the cross-validations (default: ${DEFAULT-VALUE})")
    private int folds;

    @Option(
            names = "--test",
            defaultValue = "0.25",
            paramLabel = "SHARE",
            description = "share of the trips that is held out for the scores (default: ${DEFAULT-VALUE})")
    private double test;

    @Option(
            names = "--validation",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "share of the other trips that decides when the network stops (default: ${DEFAULT-VALUE})")
    private double validation;

    @Option(
            names = "--rows-per-trip",
            defaultValue = "8",
            paramLabel = "N",
            description = "rows used of each trip, drawn evenly over it (default: ${DEFAULT-VALUE})")
    private int rowsPerTrip;

    @Option(
            names = "--trees",
            split = ",",
            defaultValue = "40",
            paramLabel = "N",
            description = "sizes of the forest to try (default: ${DEFAULT-VALUE})")
    private List<Integer> trees;

    @Option(
            names = "--depth",
            split = ",",
            defaultValue = "4,8,12",
            paramLabel = "N",
            description = "depths of its trees to try (default: ${DEFAULT-VALUE})")
    private List<Integer> depths;

    @Option(
            names = "--hidden",
            split = ",",
            defaultValue = "12,8",
            paramLabel = "N",
            description = "hidden layers of the network, as in nodes.learner.hidden (default: ${DEFAULT-VALUE})")
    private List<Integer> hidden;

    @Option(
            names = "--learning-rate",
            defaultValue = "0.01",
            paramLabel = "X",
            description = "Adam's step size (default: ${DEFAULT-VALUE})")
    private double learningRate;

    @Option(
            names = "--l2",
            defaultValue = "0.0001",
            paramLabel = "X",
            description = "how strongly large weights are held back (default: ${DEFAULT-VALUE})")
    private double l2;

    @Option(
            names = "--batch",
            defaultValue = "64",
            paramLabel = "N",
            description = "rows of a training step (default: ${DEFAULT-VALUE})")
    private int batch;

    @Option(
            names = "--epochs",
            defaultValue = "60",
            paramLabel = "N",
            description = "most epochs of the network (default: ${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--patience",
            defaultValue = "8",
            paramLabel = "N",
            description = "epochs without a better validation loss after which it stops (default: ${DEFAULT-VALUE})")
    private int patience;

    TrainingPlan plan() {
        NeuralNetwork network = new NeuralNetwork(hidden, learningRate, l2, batch);
        return new TrainingPlan(
                folds, test, validation, rowsPerTrip, trees, depths, new NetworkTraining(network, epochs, patience));
    }
}
