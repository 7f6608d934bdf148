package dev.convoy.experiments.cli;

import dev.convoy.experiments.plots.Plots;
import dev.convoy.experiments.plots.RecordedSweep;
import dev.convoy.experiments.plots.SweepPlots;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convoy plot}. */
@Command(
        name = "plot",
        description = "Draws the plots of a run, or of a sweep, again from its files.",
        mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the directory of a run or a sweep", defaultValue = "runs/latest")
    private Path directory;

    @Override
    public Integer call() throws Exception {
        (RecordedSweep.isIn(directory) ? SweepPlots.draw(directory) : Plots.draw(directory))
                .forEach(System.out::println);
        return Answers.DONE;
    }
}
