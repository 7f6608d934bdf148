package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.plots.NoFontException;
import dev.convoy.experiments.plots.SweepPlots;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.report.SweepReport;
import dev.convoy.experiments.sweep.SweepEngine;
import dev.convoy.experiments.sweep.SweepFolder;
import dev.convoy.experiments.sweep.SweepManifest;
import dev.convoy.experiments.sweep.SweepPlan;
import dev.convoy.experiments.sweep.SweepResults;
import dev.convoy.experiments.sweep.SweepRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes a sweep from its file to its report.
 *
 * @param jobs runs at a time
 */
record SweepMaker(SweepEngine engine, int jobs, PrintStream show, boolean terminal) {
    /** Runs at a time need memory each: measured for the default fleet, with room. */
    private static final long HEAP_BYTES_A_RUN = 256L << 20;

    /** As many jobs as the engine, the cores and the memory allow. */
    static int most(SweepEngine engine) {
        if (engine.isTimed()) {
            return 1;
        }
        long memory = Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_RUN);
        return (int) Math.min(Runtime.getRuntime().availableProcessors(), memory);
    }

    /** @throws UsageException if the directory is somebody else's or cannot be written */
    static SweepFolder open(Path directory) throws UsageException, IOException {
        try {
            return SweepFolder.open(directory);
        } catch (RunFileException e) {
            throw new UsageException("--out: " + e.getMessage());
        }
    }

    /**
     * @param opened where the results go; it is closed afterwards
     * @param command by which the user can make it again
     * @return the runs that failed, a line each
     */
    List<String> make(Sweep sweep, SweepFolder opened, List<String> command) throws IOException, InterruptedException {
        SweepPlan plan = new SweepPlan(sweep, engine.word());
        try (SweepFolder folder = opened) {
            Logs.to(folder.path().resolve("sweep.log"));
            new SweepManifest(plan, engine.word(), command).write(folder.path());
            int runs = plan.size();
            int seeds = sweep.experiment().sweep().seeds();
            show.printf(
                    Locale.ROOT,
                    "%s: %d treatments with %d %s each, %d h of run time, engine %s, %d at a time%n",
                    sweep.experiment().name(),
                    runs / seeds,
                    seeds,
                    seeds == 1 ? "seed" : "seeds",
                    sweep.experiment().duration().toHours(),
                    engine.word(),
                    jobs);
            SweepResults results = new SweepRun(plan, folder, engine, jobs, show, terminal).execute();
            results.write(folder.path());
            if (seeds == 1) {
                show.println("with one seed nothing can be said of chance: there are no intervals");
            }
            try {
                SweepPlots.draw(folder.path());
            } catch (NoFontException e) {
                show.println("convoy: " + e.getMessage());
            }
            show.println("tables  " + folder.path());
            show.println("report  " + SweepReport.write(folder.path()));
            return results.failures();
        }
    }
}
