package dev.convoy.experiments.cli;

import dev.convoy.runtime.ActorId;
import dev.convoy.telemetry.NodeId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy edge-node}. */
@Command(
        name = "edge-node",
        description = "Runs one edge node of a run as a process of its own.",
        mixinStandardHelpOptions = true)
final class EdgeNodeCommand implements Callable<Integer> {
    @Option(names = "--id", required = true, paramLabel = "NODE", description = "node-1, node-2, and so on")
    private String id;

    @Mixin
    private ActorOptions options;

    @Override
    public Integer call() throws Exception {
        return options.run(new ActorId(node().toString()));
    }

    private NodeId node() throws UsageException {
        try {
            return NodeId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--id: " + e.getMessage());
        }
    }
}
