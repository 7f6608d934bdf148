package dev.convoy.experiments.cli;

import dev.convoy.experiments.broker.EmbeddedBroker;
import dev.convoy.experiments.processes.Readiness;
import dev.convoy.experiments.run.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code convoy broker}. */
@Command(
        name = "broker",
        description = "Runs the embedded Kafka broker on the loopback interface until it is stopped.",
        mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCommand.class);

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

    @Option(names = "--temporary", hidden = true)
    private boolean temporary;

    @Override
    public Integer call() throws Exception {
        if (stopWithParent) {
            Readiness.stopWithParent(this::removeIfTemporary);
        }
        try (EmbeddedBroker broker = new EmbeddedBroker(data.toAbsolutePath(), port)) {
            Readiness.announce(broker.bootstrapServers());
            broker.awaitShutdown();
        }
        return Answers.DONE;
    }

    /** A launcher that was killed can no longer remove the data of its broker. */
    private void removeIfTemporary() {
        if (temporary) {
            try {
                Directories.delete(data);
            } catch (IOException e) {
                LOG.warn("cannot remove {}", data, e);
            }
        }
    }
}
