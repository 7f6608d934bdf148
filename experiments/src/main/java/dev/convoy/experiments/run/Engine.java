package dev.convoy.experiments.run;

import dev.convoy.experiments.processes.Supervisor.Restart;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.Recorder;
import java.util.List;

/** A way of running a system to its end. What is recorded does not depend on it. */
public sealed interface Engine permits LocalRun, ProcessRun {
    /** The word for names and the manifest. */
    String word();

    /** @return the processes that had to be started again */
    List<Restart> run(Wiring wiring, Recorder recorder) throws RunFailedException, InterruptedException;
}
