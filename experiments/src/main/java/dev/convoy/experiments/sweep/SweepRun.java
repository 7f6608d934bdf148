package dev.convoy.experiments.sweep;

import dev.convoy.experiments.records.RunOutcome;
import dev.convoy.experiments.run.Display;
import dev.convoy.experiments.run.OnExit;
import dev.convoy.experiments.run.UnattendedRun;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the runs of a sweep that have not been made yet, several at a time in this JVM: they share nothing but classes
 * and each is its own, so that what comes out does not depend on how many there are.
 */
public final class SweepRun {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);

    private final SweepPlan plan;
    private final SweepFolder folder;
    private final SweepEngine engine;
    private final int jobs;
    private final PrintStream show;
    private final boolean terminal;

    /** @param jobs how many runs at a time */
    public SweepRun(
            SweepPlan plan, SweepFolder folder, SweepEngine engine, int jobs, PrintStream show, boolean terminal) {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs must be at least 1: " + jobs);
        }
        this.plan = plan;
        this.folder = folder;
        this.engine = engine;
        this.jobs = jobs;
        this.show = show;
        this.terminal = terminal;
    }

    /** What came of it; the runs that failed are among them. */
    public SweepResults execute() throws IOException, InterruptedException {
        Map<PlannedRun, Ended> ended = new HashMap<>();
        List<PlannedRun> left = new ArrayList<>();
        for (PlannedRun run : plan.inTurn()) {
            Optional<RunResult> earlier = folder.result(run);
            earlier.ifPresentOrElse(result -> ended.put(run, Ended.well(run, result)), () -> left.add(run));
        }
        if (!ended.isEmpty()) {
            show.println(ended.size() + " of " + plan.size() + " runs were finished earlier");
        }
        if (!left.isEmpty()) {
            make(left).forEach(end -> ended.put(end.run(), end));
        }
        return new SweepResults(
                plan, engine, plan.runs().stream().map(ended::get).toList());
    }

    private List<Ended> make(List<PlannedRun> runs) throws IOException, InterruptedException {
        SweepStatus status = new SweepStatus(plan.size(), plan.size() - runs.size());
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(jobs, runs.size()), task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try (OnExit interrupted = new OnExit(() -> show.println(
                        "convoy: interrupted; " + status.finished() + ", the same command makes the others"));
                Display display = new Display(status, show, terminal)) {
            List<Future<Ended>> futures = new ArrayList<>();
            runs.forEach(run -> futures.add(pool.submit(() -> make(run, status))));
            List<Ended> ended = new ArrayList<>();
            for (Future<Ended> future : futures) {
                ended.add(future.get());
            }
            return ended;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Whatever a run fails of must not stop the others. */
    private Ended make(PlannedRun run, SweepStatus status) throws IOException, InterruptedException {
        try {
            UnattendedRun execution = new UnattendedRun(run.experiment(), engine.engine(folder.workplace(run)));
            status.begins(run, execution);
            RunOutcome outcome = execution.execute();
            RunResult result = RunResult.of(outcome, run.experiment(), execution.seconds());
            folder.clear(run);
            folder.keep(run, result);
            status.ends(run, true);
            return Ended.well(run, result);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | OutOfMemoryError e) {
            LOG.error("{}", run, e);
            status.ends(run, false);
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return Ended.badly(run, e instanceof OutOfMemoryError ? "no memory is left; try fewer --jobs" : why);
        }
    }
}
