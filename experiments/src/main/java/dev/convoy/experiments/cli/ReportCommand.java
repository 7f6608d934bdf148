package dev.convoy.experiments.cli;

import dev.convoy.experiments.report.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convoy report}. */
@Command(
        name = "report",
        description = "Writes the report of a run again from its files.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "a run's directory", defaultValue = "runs/latest")
    private Path directory;

    @Override
    public Integer call() throws Exception {
        System.out.println(Report.write(directory));
        return Answers.DONE;
    }
}
