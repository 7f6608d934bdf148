package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy sweep}. */
@Command(
        name = "sweep",
        description = "Runs every treatment of an experiment file's sweep with every seed, and compares them."
                + " Runs that are finished are not made again: after an interruption the same command goes on.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "runs at a time (default: one per core, as far as 256 MB of heap are there for each);"
                    + " the results do not depend on it")
    private Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the results go, and where those of finished runs are looked for"
                    + " (default: runs/NAME-sweep)")
    private Path out;

    @Option(
            names = "--engine",
            paramLabel = "local|kafka",
            defaultValue = "local",
            description = "every run in this JVM, or each as processes over a broker of its own, one after the other:"
                    + " slower, with the same results, and with records in a second of wall time"
                    + " (default: ${DEFAULT-VALUE})")
    private SweepEngines engine;

    @Override
    public Integer call() throws Exception {
        Sweep sweep = experiment.readSweep();
        if (!sweep.experiment().sweep().varies()) {
            throw new UsageException("the file says nothing that is to vary: sweep.grid and sweep.treatments are empty;"
                    + " write, for example, sweep: {grid: {aggregator.staleness.limit: [0, 2, none]}}");
        }
        if (jobs != null && jobs < 1) {
            throw new UsageException("--jobs must be at least 1: " + jobs);
        }
        if (engine.isTimed() && jobs != null && jobs > 1) {
            throw new UsageException(
                    "--engine kafka makes one run at a time, or its pace would say nothing: --jobs " + jobs);
        }
        Path directory = out == null ? Path.of("runs", sweep.experiment().name() + "-sweep") : out;
        SweepMaker maker = new SweepMaker(
                engine, jobs == null ? SweepMaker.most(engine) : jobs, System.out, System.console() != null);
        List<String> failures = maker.make(sweep, SweepMaker.open(directory), command());
        failures.forEach(failure -> System.err.println("convoy: failed: " + failure));
        return failures.isEmpty() ? Answers.DONE : Answers.FAILED;
    }

    private List<String> command() throws UsageException {
        List<String> command =
                new ArrayList<>(List.of("./convoy", "sweep", experiment.file().toString()));
        experiment.overrides().forEach(setting -> command.addAll(List.of("--set", setting)));
        if (engine.isTimed()) {
            command.addAll(List.of("--engine", engine.word()));
        }
        return command;
    }
}
