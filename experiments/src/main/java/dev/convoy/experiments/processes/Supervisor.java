package dev.convoy.experiments.processes;

import dev.convoy.runtime.ActorId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one process per actor running: one that dies is started again, but not for ever. */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** So many times in a row without any progress in between. */
    private static final int MAXIMUM_RESTARTS = 5;

    private final JavaCommand java;
    private final Function<ActorId, List<String>> arguments;
    private final Path logs;
    private final long startNanos = System.nanoTime();
    private final Map<ActorId, Ward> wards = new LinkedHashMap<>();
    private final List<Restart> restarts = new ArrayList<>();

    /**
     * A process that died and was started again.
     *
     * @param exitCode 128 plus the signal's number if it was killed
     * @param wallSeconds since the processes were started
     * @param runTimeMs how far the actor had come
     */
    public record Restart(ActorId actor, int exitCode, double wallSeconds, long runTimeMs) {}

    private static final class Ward {
        ChildProcess process;
        long progress;
        int futile;
    }

    public Supervisor(JavaCommand java, Function<ActorId, List<String>> arguments, Path logs) {
        this.java = java;
        this.arguments = arguments;
        this.logs = logs;
    }

    public void start(ActorId actor) throws IOException {
        Ward ward = wards.computeIfAbsent(actor, a -> new Ward());
        ward.process =
                ChildProcess.start(actor.name(), java, arguments.apply(actor), logs.resolve(actor.name() + ".log"));
    }

    /** Waits until the process has joined the run; one that dies before is an error. */
    public ChildProcess process(ActorId actor) {
        return wards.get(actor).process;
    }

    /** The actor has come this far. */
    public void progress(ActorId actor, long runTimeMs) {
        Ward ward = wards.get(actor);
        if (ward != null && runTimeMs > ward.progress) {
            ward.progress = runTimeMs;
            ward.futile = 0;
        }
    }

    /**
     * Starts again what has died.
     *
     * @throws IOException if a process dies again and again; the message is one line for a user
     */
    public void check() throws IOException {
        for (Map.Entry<ActorId, Ward> entry : wards.entrySet()) {
            Ward ward = entry.getValue();
            if (!ward.process.isAlive() && ward.process.exitCode() != 0) {
                if (ward.futile >= MAXIMUM_RESTARTS) {
                    throw new IOException(ward.process.lastWords() + " (given up after " + MAXIMUM_RESTARTS
                            + " restarts without progress)");
                }
                ward.futile++;
                Restart restart = new Restart(
                        entry.getKey(), ward.process.exitCode(), (System.nanoTime() - startNanos) / 1e9, ward.progress);
                restarts.add(restart);
                LOG.warn("{} ended with exit code {} and is started again", restart.actor(), restart.exitCode());
                start(entry.getKey());
            }
        }
    }

    public List<Restart> restarts() {
        return List.copyOf(restarts);
    }

    /** Process ids by actor, for whoever wants to look at one. */
    public Map<ActorId, Long> pids() {
        Map<ActorId, Long> pids = new LinkedHashMap<>();
        wards.forEach((actor, ward) -> pids.put(actor, ward.process.pid()));
        return pids;
    }

    /** Whether all have ended well. */
    public boolean allEnded() {
        return wards.values().stream().noneMatch(w -> w.process.isAlive());
    }

    @Override
    public void close() {
        wards.values().forEach(w -> w.process.kill());
        wards.values().forEach(w -> w.process.close());
    }
}
