package dev.convoy.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.records.Verification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code convoy verify}. */
@Command(
        name = "verify",
        description = "Recomputes every figure of a run, its ledger and its digest from the records.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "a run's directory", defaultValue = "runs/latest")
    private Path directory;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws Exception {
        Verification.Result result = Verification.of(directory);
        if (format.json()) {
            ObjectNode answer = new ObjectMapper().createObjectNode();
            answer.put("holds", result.holds());
            answer.put("predictions", result.predictions());
            answer.put("figures", result.figures());
            result.difference().ifPresent(d -> answer.put("difference", d));
            System.out.println(answer.toPrettyString());
        } else if (result.holds()) {
            System.out.printf(
                    Locale.ROOT,
                    "verified: %,d figures recomputed from %,d predictions; ledger and digest hold%n",
                    result.figures(),
                    result.predictions());
        } else {
            System.err.println("convoy: " + result.difference().orElseThrow());
        }
        return result.holds() ? Answers.DONE : Answers.FAILED;
    }
}
