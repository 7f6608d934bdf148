package dev.convoy.experiments.run;

import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Kills an actor's process when it has come so far. */
record Killer(RunRecorder recorder, Map<ActorId, Long> kills) implements Recorder {
    @Override
    public void record(Envelope<?> envelope) {
        recorder.accept(envelope);
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {
        Long when = kills.get(actor);
        if (when != null && runTimeMs >= when) {
            kills.remove(actor);
            String command = "\0" + String.join("\0", Wiring.command(actor)) + "\0";
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> commandLine(process).contains(command))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** {@code ProcessHandle.info()} gives up on command lines as long as ours. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void deadLetter(DeadLetter letter) {}
}
