package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy validate}. */
@Command(
        name = "validate",
        description = "Checks an experiment file and shows all its mistakes, or what it comes to.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions experiment;

    @Option(names = "--show", description = "show the file with all defaults filled in")
    private boolean show;

    @Override
    public Integer call() throws Exception {
        ExperimentConfig config = experiment.read();
        new Wiring(config);
        System.out.println(show ? Experiments.writeWithPaths(config) : config.name() + " is valid");
        return Answers.DONE;
    }
}
