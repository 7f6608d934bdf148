package dev.convoy.experiments.run;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.metric.NodeReport;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of a run while it runs: how far everybody is, and each node's last report. */
public final class LiveStatus implements Recorder, Shown {
    private final long durationMs;
    private final long startNanos = System.nanoTime();
    private final SortedMap<ActorId, Long> progress = new TreeMap<>();
    private final SortedMap<String, NodeReport> reports = new TreeMap<>();
    private long version;
    private long deadLetters;

    public LiveStatus(List<ActorId> actors, long durationMs) {
        this.durationMs = durationMs;
        actors.forEach(actor -> progress.put(actor, 0L));
    }

    @Override
    public synchronized void record(Envelope<?> envelope) {
        if (envelope.message() instanceof NodeReport report) {
            reports.put(report.node().toString(), report);
        } else if (envelope.message() instanceof GlobalModel model) {
            version = Math.max(version, model.version());
        }
    }

    @Override
    public synchronized void progress(ActorId actor, long runTimeMs) {
        progress.merge(actor, runTimeMs, Math::max);
    }

    @Override
    public synchronized void deadLetter(DeadLetter letter) {
        deadLetters++;
    }

    /** The share of the run that everybody has done. */
    @Override
    public synchronized double done() {
        long slowest = progress.values().stream().mapToLong(p -> p).min().orElse(0);
        return Math.min(1, (double) slowest / durationMs);
    }

    /** Whether a node has scored a decision. */
    @Override
    public synchronized boolean hasNews() {
        return reports.values().stream().anyMatch(r -> r.scores().accuracy().isPresent());
    }

    @Override
    public double seconds() {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    /** One line a node: run time, accuracy, version, staleness, records a second of wall time. */
    @Override
    public synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        reports.forEach((node, report) -> lines.add(String.format(
                Locale.ROOT,
                "%-8s %6.2f h   accuracy %s   version %d (%d behind)   %,.0f records/s",
                node,
                report.timeMs() / 3_600_000.0,
                percent(report.scores().accuracy()),
                report.version(),
                version - report.version(),
                report.predicted() / seconds())));
        return lines;
    }

    @Override
    public String remark() {
        return "global version " + version() + letters();
    }

    private synchronized long version() {
        return version;
    }

    private synchronized String letters() {
        return deadLetters == 0 ? "" : "   " + deadLetters + " dead letters";
    }

    private static String percent(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%5.1f %%", value.getAsDouble() * 100) : "   -   ";
    }
}
