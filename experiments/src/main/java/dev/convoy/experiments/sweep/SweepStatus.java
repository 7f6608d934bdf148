package dev.convoy.experiments.sweep;

import dev.convoy.experiments.run.Shown;
import dev.convoy.experiments.run.UnattendedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far a sweep is: what is running, and how many runs are over. */
final class SweepStatus implements Shown {
    private final int planned;
    private final int skipped;
    private final long startNanos = System.nanoTime();
    private final Map<PlannedRun, UnattendedRun> running = new LinkedHashMap<>();
    private int ended;
    private int failed;

    /** @param skipped of the planned, because they were finished earlier */
    SweepStatus(int planned, int skipped) {
        this.planned = planned;
        this.skipped = skipped;
    }

    synchronized void begins(PlannedRun run, UnattendedRun execution) {
        running.put(run, execution);
    }

    synchronized void ends(PlannedRun run, boolean well) {
        running.remove(run);
        ended++;
        failed += well ? 0 : 1;
    }

    /** In short, where it was interrupted. */
    synchronized String finished() {
        return (skipped + ended - failed) + " of " + planned + " runs are finished";
    }

    /** Of what was left to do, so that the time left can be told from it. */
    @Override
    public synchronized double done() {
        int toDo = planned - skipped;
        double parts =
                running.values().stream().mapToDouble(UnattendedRun::done).sum();
        return toDo == 0 ? 1 : Math.min(1, (ended + parts) / toDo);
    }

    @Override
    public double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    @Override
    public synchronized boolean hasNews() {
        return ended > 0;
    }

    @Override
    public synchronized List<String> lines() {
        return running.entrySet().stream()
                .map(run -> String.format(
                        Locale.ROOT,
                        "%-40s %3.0f %%",
                        run.getKey(),
                        run.getValue().done() * 100))
                .toList();
    }

    @Override
    public synchronized String remark() {
        return "run " + (skipped + ended) + " of " + planned + (failed == 0 ? "" : "   " + failed + " failed");
    }
}
