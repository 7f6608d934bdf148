package dev.convoy.experiments.cli;

import dev.convoy.experiments.broker.EmbeddedBroker;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.run.WarmUp;
import dev.convoy.experiments.wiring.Wiring;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code convoy warm-up}: goes once through everything a run does, in one JVM, so that the JVM can write the classes it
 * needed into an archive from which later ones start faster.
 */
@Command(name = "warm-up", hidden = true, description = "Loads once what a run needs; used by the build.")
final class WarmUpCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "a directory that may be thrown away")
    private Path data;

    @Override
    public Integer call() throws Exception {
        Wiring wiring = new Wiring(Experiments.parse(
                "warm-up", "{name: warm-up, duration: 5h, nodes: {count: 2}, fleet: {vehicles: 20}}", List.of()));
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        try (EmbeddedBroker broker = new EmbeddedBroker(data.resolve("broker").toAbsolutePath(), 0)) {
            WarmUp.run(wiring, broker.bootstrapServers(), recorder);
        }
        recorder.write(data, new Closing(wiring.canonical(), List.of(), List.of(), List.of()));
        return Answers.DONE;
    }
}
