package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.recording.FleetRecording;
import dev.convoy.experiments.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy record}. */
@Command(
        name = "record",
        description =
                "Writes a simulated fleet's telemetry and outcomes as CSV, for training elsewhere and for replay.",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "where the tables go: a new or an empty directory")
    private Path out;

    @Override
    public Integer call() throws Exception {
        ExperimentConfig config = experiment.read();
        if (config.workload().replayed().isPresent()) {
            throw new UsageException(config.name() + " replays files; only simulated vehicles can be recorded");
        }
        Wiring wiring = new Wiring(config);
        makeDirectory();
        FleetRecording.Counts counts = FleetRecording.write(wiring, out);
        System.out.printf(
                Locale.ROOT,
                "%,d records, %,d outcomes, %,d labelled decisions in %s%nreplay them: convoy run %s%n",
                counts.records(),
                counts.outcomes(),
                counts.decisions(),
                out,
                out.resolve("replay.yaml"));
        return Answers.DONE;
    }

    private void makeDirectory() throws UsageException {
        try {
            Files.createDirectories(out);
            try (Stream<Path> entries = Files.list(out)) {
                if (entries.findAny().isPresent()) {
                    throw new UsageException("--out: " + out + " is not empty; name another directory");
                }
            }
        } catch (IOException e) {
            throw new UsageException("--out: cannot write to " + out + ": " + e.getMessage());
        }
    }
}
