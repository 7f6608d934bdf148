package dev.convoy.experiments.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.processes.JavaCommand;
import dev.convoy.experiments.records.RunDirectory;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.run.Engine;
import dev.convoy.experiments.run.ExperimentRun;
import dev.convoy.experiments.run.LocalRun;
import dev.convoy.experiments.run.ProcessRun;
import dev.convoy.experiments.run.TestReport;
import dev.convoy.experiments.wiring.Wiring;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convoy run}. */
@Command(
        name = "run",
        description = "Runs an experiment and leaves its results: tables, plots, report.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final int CHILD_HEAP_MEGABYTES = 256;

    @Mixin
    private ExperimentOptions experiment;

    @Option(
            names = "--engine",
            paramLabel = "kafka|local",
            defaultValue = "kafka",
            description =
                    "one process per actor over Kafka, or everything in one JVM; the results are the same (default: ${DEFAULT-VALUE})")
    private EngineKind engine;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where the results go (default: a new directory below runs/)")
    private Path out;

    @Option(names = "--force", description = "overwrite an earlier run's results in --out")
    private boolean force;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            converter = Speed.Converter.class,
            description = "run time over wall time, kafka only (default: ${DEFAULT-VALUE})")
    private Speed speed;

    @Option(names = "--threads", paramLabel = "N", description = "threads of the local engine (default: one per core)")
    private Integer threads;

    @Mixin
    private KafkaOptions kafka;

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "port of the embedded broker (default: any that is free)")
    private int port;

    @Option(names = "--keep-broker-data", description = "keep the embedded broker's data with the results")
    private boolean keepBrokerData;

    @Option(names = "--keep-topics", description = "keep the run's topics on an existing cluster")
    private boolean keepTopics;

    @Mixin
    private FormatOption format;

    /** The two engines. */
    enum EngineKind {
        KAFKA,
        LOCAL
    }

    @Override
    public Integer call() throws Exception {
        ExperimentConfig config = experiment.read();
        Wiring wiring = new Wiring(config);
        checkOptions();
        RunDirectory directory = directory(config);
        Logs.to(directory.logs().resolve("launcher.log"));
        PrintStream show = format.json() ? System.err : System.out;
        show.printf(
                Locale.ROOT,
                "%s: %d h of run time, %s, %d nodes, seed %d, engine %s%n",
                config.name(),
                config.duration().toHours(),
                source(config),
                config.nodes().count(),
                config.seed(),
                engine.name().toLowerCase(Locale.ROOT));
        ExperimentRun run = new ExperimentRun(
                wiring, directory, engine(config, directory), show, System.console() != null && !format.json());
        ExperimentRun.Result result = run.execute();
        List<String> test = TestReport.write(wiring, directory);
        tell(result, show);
        test.forEach(show::println);
        return Answers.DONE;
    }

    private static String source(ExperimentConfig config) {
        return config.workload()
                .replayed()
                .map(replay -> "rows of " + replay.files().size() + " files in "
                        + replay.classes().size() + " classes")
                .orElseGet(() -> config.fleet().vehicles() + " vehicles");
    }

    private void checkOptions() throws UsageException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port must be 0 to 65535: " + port);
        }
        if (threads != null && threads < 1) {
            throw new UsageException("--threads must be at least 1: " + threads);
        }
        if (engine == EngineKind.LOCAL && (kafka.client().isPresent() || !Double.isInfinite(speed.factor()))) {
            throw new UsageException(
                    "--engine local has no broker and no pace; leave out the Kafka options and --speed");
        }
    }

    private RunDirectory directory(ExperimentConfig config) throws Exception {
        try {
            return out == null
                    ? RunDirectory.named(
                            Path.of("runs"),
                            config.name(),
                            ExperimentRun.hash8(config),
                            engine.name().toLowerCase(Locale.ROOT))
                    : RunDirectory.at(out, force);
        } catch (RunFileException e) {
            throw new UsageException("--out: " + e.getMessage());
        }
    }

    private Engine engine(ExperimentConfig config, RunDirectory directory) throws UsageException {
        if (engine == EngineKind.LOCAL) {
            return new LocalRun(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
        }
        Optional<Map<String, String>> client = kafka.client();
        ProcessRun.Cluster cluster = new ProcessRun.Cluster(client, kafka.file(), port, keepTopics, keepBrokerData);
        return new ProcessRun(
                cluster,
                config.name() + "-" + nonce(),
                directory.path().toAbsolutePath(),
                new JavaCommand(Main.class.getName(), CHILD_HEAP_MEGABYTES),
                speed.factor());
    }

    /** Tells a run from all others of its name. */
    static String nonce() {
        byte[] bytes = new byte[4];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void tell(ExperimentRun.Result result, PrintStream show) throws Exception {
        result.warnings().forEach(warning -> show.println("convoy: " + warning));
        result.manifest().restarts().forEach(r -> show.println("restarted: " + r.process() + ", " + r.cause()));
        if (format.json()) {
            ObjectNode answer = new ObjectMapper().createObjectNode();
            answer.put("directory", result.directory().path().toString());
            answer.put("digest", result.manifest().digest());
            answer.put("seconds", result.manifest().wall().seconds());
            answer.put("predictions", result.manifest().counts().predictions());
            answer.put("updates", result.manifest().counts().updates());
            answer.put("versions", result.manifest().counts().versions());
            answer.put("dead_letters", result.manifest().counts().deadLetters());
            answer.put("restarts", result.manifest().restarts().size());
            System.out.println(answer.toPrettyString());
            return;
        }
        Headline.of(result.directory().path()).forEach(show::println);
        for (String line : List.of(
                String.format(
                        Locale.ROOT,
                        "%,d predictions, %d updates, %d versions in %.1f s; the ledger closes",
                        result.manifest().counts().predictions(),
                        result.manifest().counts().updates(),
                        result.manifest().counts().versions(),
                        result.manifest().wall().seconds()),
                "digest  " + result.manifest().digest(),
                "report  " + result.directory().report(),
                "plots   " + result.directory().plots())) {
            show.println(line);
        }
    }
}
