package dev.convoy.experiments.cli;

import dev.convoy.experiments.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code convoy vehicle-sim}. */
@Command(
        name = "vehicle-sim",
        description = "Runs the vehicles of a run as a process of their own.",
        mixinStandardHelpOptions = true)
final class VehicleSimCommand implements Callable<Integer> {
    @Mixin
    private ActorOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(Wiring.fleet());
    }
}
