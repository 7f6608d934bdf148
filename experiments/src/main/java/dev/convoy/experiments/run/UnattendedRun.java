package dev.convoy.experiments.run;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.records.RunOutcome;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import java.io.IOException;

/** One run of many: nothing is shown while it runs, and it leaves no files. */
public final class UnattendedRun {
    private final Wiring wiring;
    private final Engine engine;
    private final LiveStatus status;
    private final Stopwatch stopwatch;

    public UnattendedRun(ExperimentConfig config, Engine engine) {
        this.wiring = new Wiring(config);
        this.engine = engine;
        this.status = new LiveStatus(wiring.topology().actors(), wiring.durationMs());
        this.stopwatch = new Stopwatch(status);
    }

    /** The share of the run that is done, in [0, 1]. */
    public double done() {
        return status.done();
    }

    /** Wall time from the first record to the last that were seen: without the start and end of processes. */
    public double seconds() {
        return stopwatch.seconds();
    }

    /** @throws RunFailedException if an actor fails or the ledger does not close */
    public RunOutcome execute() throws RunFailedException, IOException, InterruptedException {
        RunRecorder recorder = new RunRecorder(wiring.nodes(), wiring.durationMs());
        Sink sink = new Sink(recorder, stopwatch);
        RefusedRows.of(wiring).forEach(sink::deadLetter);
        engine.run(wiring, sink);
        RunOutcome outcome = recorder.outcome(sink.letters());
        if (!outcome.ledger().closes()) {
            throw new RunFailedException("the ledger does not close: "
                    + outcome.ledger().mismatches().get(0));
        }
        return outcome;
    }
}
