package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.plots.NoFontException;
import dev.convoy.experiments.plots.UnreadableRunException;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.run.RunFailedException;
import dev.convoy.runtime.kafka.BrokerException;
import java.io.IOException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How mistakes and failures are told: one or two lines to the user, the stack trace to the log. */
final class Answers {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private Answers() {}

    static int usageMistake(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("convoy: " + mistake.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err)) {
            err.println("try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return USAGE;
    }

    static int failure(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof MistakesException mistakes) {
            mistakes.mistakes().forEach(err::println);
            return USAGE;
        }
        if (failure instanceof UsageException) {
            err.println("convoy: " + failure.getMessage());
            return USAGE;
        }
        err.println("convoy: " + oneLine(failure));
        LoggerFactory.getLogger(Answers.class).error("the cause", failure);
        return FAILED;
    }

    private static String oneLine(Exception failure) {
        boolean expected = failure instanceof RunFailedException
                || failure instanceof RunFileException
                || failure instanceof BrokerException
                || failure instanceof UnreadableRunException
                || failure instanceof NoFontException
                || failure instanceof IOException;
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return expected ? message : failure.getClass().getSimpleName() + ": " + message;
    }
}
