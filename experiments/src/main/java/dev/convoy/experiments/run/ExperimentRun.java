package dev.convoy.experiments.run;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.plots.NoFontException;
import dev.convoy.experiments.plots.Plots;
import dev.convoy.experiments.processes.Supervisor.Restart;
import dev.convoy.experiments.records.Closing;
import dev.convoy.experiments.records.Manifest;
import dev.convoy.experiments.records.Recording;
import dev.convoy.experiments.records.RunDirectory;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.report.Report;
import dev.convoy.experiments.wiring.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from its configuration to its results. */
public final class ExperimentRun {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentRun.class);

    private final Wiring wiring;
    private final RunDirectory directory;
    private final Engine engine;
    private final PrintStream show;
    private final boolean terminal;

    /**
     * What a run left.
     *
     * @param warnings what is missing although the run is good, such as plots where there is no font
     */
    public record Result(RunDirectory directory, Manifest manifest, List<String> warnings) {}

    /** @param show where its progress is shown */
    public ExperimentRun(Wiring wiring, RunDirectory directory, Engine engine, PrintStream show, boolean terminal) {
        this.wiring = wiring;
        this.directory = directory;
        this.engine = engine;
        this.show = show;
        this.terminal = terminal;
    }

    /** The directory a run of this configuration is given unless the user names one. */
    public static String hash8(ExperimentConfig config) {
        return CodeVersion.hash(Experiments.write(config)).substring(0, 8);
    }

    public Result execute() throws RunFailedException, IOException, InterruptedException {
        OffsetDateTime started = OffsetDateTime.now();
        long startNanos = System.nanoTime();
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        LiveStatus status = new LiveStatus(wiring.topology().actors(), wiring.durationMs());
        Sink sink = new Sink(recorder, status);
        List<Restart> restarts;
        try (OnExit interrupted =
                        new OnExit(() -> show.println("convoy: interrupted; there are no results in " + directory));
                Display display = new Display(status, show, terminal)) {
            RefusedRows.of(wiring).forEach(sink::deadLetter);
            restarts = engine.run(wiring, sink);
        }
        LOG.info("all actors have finished");
        Recording recording = write(recorder, sink);
        LOG.info("the tables are written");
        Manifest manifest = manifest(recording, restarts, started, (System.nanoTime() - startNanos) / 1e9);
        manifest.write(directory.path());
        List<String> warnings = draw();
        LOG.info("plots and report are drawn");
        if (!recording.ledger().closes()) {
            throw new RunFailedException("the ledger does not close: "
                    + recording.ledger().mismatches().get(0) + "; the records are in " + directory);
        }
        return new Result(directory, manifest, warnings);
    }

    private Recording write(RunRecorder recorder, Sink sink) throws RunFailedException {
        Closing closing = new Closing(
                wiring.canonical(), Spans.faults(wiring.config()), Spans.drift(wiring.config()), sink.letters());
        try {
            return recorder.write(directory.path(), closing);
        } catch (IOException e) {
            throw new RunFailedException(e.getMessage() + Disk.hint(directory.path()), e);
        }
    }

    private List<String> draw() throws RunFailedException {
        List<String> warnings = new ArrayList<>();
        try {
            try {
                Plots.draw(directory.path());
            } catch (NoFontException e) {
                warnings.add(e.getMessage());
            }
            Report.write(directory.path());
        } catch (IOException e) {
            throw new RunFailedException(
                    e.getMessage() + Disk.hint(directory.path()) + "; the tables are whole, `convoy plot " + directory
                            + "` and `convoy report " + directory + "` draw them",
                    e);
        }
        return warnings;
    }

    private Manifest manifest(Recording recording, List<Restart> restarts, OffsetDateTime started, double seconds) {
        ExperimentConfig config = wiring.config();
        return new Manifest(
                config.name(),
                config.seed(),
                engine.word(),
                config.duration().toMillis() / 1e3,
                wiring.canonical(),
                TextNode.valueOf(wiring.canonical()),
                recording.digest(),
                CodeVersion.code(),
                CodeVersion.environment(),
                CodeVersion.dependencies(),
                new Manifest.Wall(
                        started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                        Math.round(seconds * 1e3) / 1e3),
                recording.counts(),
                recording.ledger(),
                restarts.stream()
                        .map(r -> new Manifest.Restart(r.actor().name(), r.wallSeconds(), cause(r)))
                        .toList(),
                recording.files());
    }

    private static String cause(Restart restart) {
        return String.format(
                Locale.ROOT, "exit code %d at run time %.1f h", restart.exitCode(), restart.runTimeMs() / 3_600_000.0);
    }
}
