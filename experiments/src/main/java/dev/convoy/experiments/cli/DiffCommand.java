package dev.convoy.experiments.cli;

import dev.convoy.experiments.records.Difference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code convoy diff}. */
@Command(
        name = "diff",
        description = "Names the first record in which two runs differ.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "a run's directory")
    private Path left;

    @Parameters(index = "1", paramLabel = "DIR", description = "another run's directory")
    private Path right;

    @Override
    public Integer call() throws Exception {
        Difference.Result result = Difference.of(left, right);
        result.lines().forEach(System.out::println);
        return result.equal() ? Answers.DONE : Answers.FAILED;
    }
}
