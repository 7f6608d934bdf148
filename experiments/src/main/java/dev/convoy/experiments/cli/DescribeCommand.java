package dev.convoy.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.convoy.experiments.config.DescribedKey;
import dev.convoy.experiments.config.Description;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code convoy describe}. */
@Command(
        name = "describe",
        description = "Tells what an experiment file can configure, with defaults.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "WORD",
            description = "a key, a part of one, or a word of its description (default: everything)")
    private String word;

    @Mixin
    private FormatOption format;

    @Override
    public Integer call() throws Exception {
        Description description = Description.load();
        List<DescribedKey> keys = word == null ? description.keys() : description.about(word);
        if (keys.isEmpty()) {
            throw new UsageException(description.unknown(word));
        }
        System.out.print(
                format.json()
                        ? new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(Description.json(keys))
                                + "\n"
                        : Description.text(keys));
        return Answers.DONE;
    }
}
