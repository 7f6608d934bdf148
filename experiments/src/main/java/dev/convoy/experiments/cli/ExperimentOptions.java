package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Sweep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which experiment is meant. */
final class ExperimentOptions {
    private static final String QUICKSTART = "experiments/quickstart.yaml";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the experiment file (default: " + QUICKSTART + ")")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "overrides a setting, such as aggregator.strategy=none; may be given several times")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "the same as --set seed=N")
    private Long seed;

    ExperimentConfig read() throws Exception {
        return Experiments.read(file(), overrides());
    }

    /** The experiment with every treatment of its sweep. */
    Sweep readSweep() throws Exception {
        return Experiments.readSweep(file(), overrides());
    }

    /** What the user laid over the file. */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>(settings);
        if (seed != null) {
            overrides.add("seed=" + seed);
        }
        return overrides;
    }

    Path file() throws UsageException {
        if (file == null) {
            String home = System.getenv("CONVOY_HOME");
            Path quickstart = Path.of(home == null ? "" : home).resolve(QUICKSTART);
            if (!Files.exists(quickstart)) {
                throw new UsageException("name an experiment file; " + QUICKSTART + " is not here");
            }
            return quickstart;
        }
        return file;
    }
}
