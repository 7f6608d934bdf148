package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.plots.NoFontException;
import dev.convoy.experiments.plots.SweepPlots;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.report.SweepReport;
import dev.convoy.experiments.sweep.SweepFolder;
import dev.convoy.experiments.sweep.SweepManifest;
import dev.convoy.experiments.sweep.SweepPlan;
import dev.convoy.experiments.sweep.SweepResults;
import dev.convoy.experiments.sweep.SweepRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    /** Runs at a time need memory each: measured for the default fleet, with room. */
    private static final long HEAP_BYTES_A_RUN = 256L << 20;

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
            paramLabel = "local",
            defaultValue = "local",
            description = "every run in this JVM (default: ${DEFAULT-VALUE})")
    private EngineKind engine;

    /** There is one that is fast enough for many runs. */
    enum EngineKind {
        LOCAL
    }

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
        SweepPlan plan = new SweepPlan(sweep);
        try (SweepFolder folder = folder(sweep.experiment())) {
            Logs.to(folder.path().resolve("sweep.log"));
            new SweepManifest(plan, command()).write(folder.path());
            return run(plan, folder);
        }
    }

    private int run(SweepPlan plan, SweepFolder folder) throws IOException, InterruptedException {
        int runs = plan.size();
        int seeds = plan.sweep().experiment().sweep().seeds();
        System.out.printf(
                Locale.ROOT,
                "%s: %d treatments with %d %s each, %d h of run time, engine %s, %d at a time%n",
                plan.sweep().experiment().name(),
                runs / seeds,
                seeds,
                seeds == 1 ? "seed" : "seeds",
                plan.sweep().experiment().duration().toHours(),
                engine.name().toLowerCase(Locale.ROOT),
                jobs());
        SweepResults results = new SweepRun(plan, folder, jobs(), System.out, System.console() != null).execute();
        results.write(folder.path());
        if (seeds == 1) {
            System.out.println("with one seed nothing can be said of chance: there are no intervals");
        }
        try {
            SweepPlots.draw(folder.path());
        } catch (NoFontException e) {
            System.out.println("convoy: " + e.getMessage());
        }
        System.out.println("tables  " + folder.path());
        System.out.println("report  " + SweepReport.write(folder.path()));
        List<String> failures = results.failures();
        failures.forEach(failure -> System.err.println("convoy: failed: " + failure));
        return failures.isEmpty() ? Answers.DONE : Answers.FAILED;
    }

    private int jobs() {
        if (jobs != null) {
            return jobs;
        }
        long memory = Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_RUN);
        return (int) Math.min(Runtime.getRuntime().availableProcessors(), memory);
    }

    private SweepFolder folder(ExperimentConfig config) throws UsageException, IOException {
        try {
            return SweepFolder.open(out == null ? Path.of("runs", config.name() + "-sweep") : out);
        } catch (RunFileException e) {
            throw new UsageException("--out: " + e.getMessage());
        }
    }

    private List<String> command() throws UsageException {
        List<String> command =
                new ArrayList<>(List.of("./convoy", "sweep", experiment.file().toString()));
        experiment.overrides().forEach(setting -> command.addAll(List.of("--set", setting)));
        return command;
    }
}
