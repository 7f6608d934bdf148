package dev.convoy.experiments.run;

import dev.convoy.experiments.processes.Supervisor.Restart;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import java.util.List;

/** The local engine: everything in this JVM, on as many threads. */
public record LocalRun(int threads) implements Engine {
    @Override
    public String word() {
        return "local";
    }

    @Override
    public List<Restart> run(Wiring wiring, Recorder recorder) throws RunFailedException, InterruptedException {
        try {
            new LocalEngine(
                            wiring.topology(),
                            wiring::actor,
                            wiring.seed(),
                            wiring.durationMs(),
                            Settings.of(threads),
                            recorder)
                    .run();
            return List.of();
        } catch (IllegalStateException e) {
            throw new RunFailedException(e.getMessage(), e);
        }
    }
}
