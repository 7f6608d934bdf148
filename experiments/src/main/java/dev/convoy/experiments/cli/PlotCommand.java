package dev.convoy.experiments.cli;

import dev.convoy.experiments.plots.Plots;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convoy plot}. */
@Command(name = "plot", description = "Draws the plots of a run again from its files.", mixinStandardHelpOptions = true)
final class PlotCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "a run's directory", defaultValue = "runs/latest")
    private Path directory;

    @Override
    public Integer call() throws Exception {
        Plots.draw(directory).forEach(System.out::println);
        return Answers.DONE;
    }
}
