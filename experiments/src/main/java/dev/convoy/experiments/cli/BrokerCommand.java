package dev.convoy.experiments.cli;

import dev.convoy.experiments.broker.EmbeddedBroker;
import dev.convoy.experiments.processes.Readiness;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code convoy broker}. */
@Command(
        name = "broker",
        description = "Runs the embedded Kafka broker on the loopback interface until it is stopped.",
        mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "9092",
            description = "where it listens; 0 for any free port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--data",
            defaultValue = "runs/broker",
            description = "where it keeps its data (default: ${DEFAULT-VALUE})")
    private Path data;

    @Option(names = "--stop-with-parent", hidden = true)
    private boolean stopWithParent;

    @Override
    public Integer call() throws Exception {
        if (stopWithParent) {
            Readiness.stopWithParent();
        }
        try (EmbeddedBroker broker = new EmbeddedBroker(data.toAbsolutePath(), port)) {
            Readiness.announce(broker.bootstrapServers());
            broker.awaitShutdown();
        }
        return Answers.DONE;
    }
}
