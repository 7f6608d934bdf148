package dev.convoy.experiments.cli;

import dev.convoy.experiments.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code convoy aggregator}. */
@Command(
        name = "aggregator",
        description = "Runs the aggregator of a run as a process of its own.",
        mixinStandardHelpOptions = true)
final class AggregatorCommand implements Callable<Integer> {
    @Mixin
    private ActorOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(Wiring.aggregator());
    }
}
