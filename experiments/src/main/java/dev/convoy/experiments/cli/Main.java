package dev.convoy.experiments.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code convoy}. */
@Command(
        name = "convoy",
        description = "Federated learning on streams at the edge, reproducible to the last byte.",
        mixinStandardHelpOptions = true,
        version = "convoy 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the run failed, or verify found a difference",
            "2:wrong usage or configuration",
            "130:interrupted"
        },
        subcommands = {
            RunCommand.class,
            SweepCommand.class,
            SuiteCommand.class,
            RecordCommand.class,
            ValidateCommand.class,
            ValidateWorldCommand.class,
            DescribeCommand.class,
            PlotCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            TrainCommand.class,
            BrokerCommand.class,
            VehicleSimCommand.class,
            EdgeNodeCommand.class,
            AggregatorCommand.class,
            WarmUpCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    public static void main(String[] arguments) {
        Logs.quiet();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Answers::usageMistake)
                .setExecutionExceptionHandler(Answers::failure);
    }
}
