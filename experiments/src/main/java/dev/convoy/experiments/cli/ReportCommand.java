package dev.convoy.experiments.cli;

import dev.convoy.experiments.plots.RecordedSweep;
import dev.convoy.experiments.report.Report;
import dev.convoy.experiments.report.SweepReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convoy report}. */
@Command(
        name = "report",
        description = "Writes the report of a run, or of a sweep, again from its files.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the directory of a run or a sweep", defaultValue = "runs/latest")
    private Path directory;

    @Override
    public Integer call() throws Exception {
        System.out.println(RecordedSweep.isIn(directory) ? SweepReport.write(directory) : Report.write(directory));
        return Answers.DONE;
    }
}
