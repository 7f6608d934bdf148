package dev.convoy.experiments.run;

import dev.convoy.experiments.records.DeadLetter;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import java.util.ArrayList;
import java.util.List;

/** Where everything that is published goes: to the tables and to who watches. */
final class Sink implements Recorder {
    private final RunRecorder recorder;
    private final Recorder watch;
    private final List<DeadLetter> letters = new ArrayList<>();

    Sink(RunRecorder recorder, Recorder watch) {
        this.recorder = recorder;
        this.watch = watch;
    }

    @Override
    public void record(Envelope<?> envelope) {
        recorder.accept(envelope);
        watch.record(envelope);
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {
        watch.progress(actor, runTimeMs);
    }

    @Override
    public void deadLetter(dev.convoy.runtime.DeadLetter letter) {
        synchronized (letters) {
            letters.add(new DeadLetter(
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.reason().word(),
                    letter.detail()));
        }
        watch.deadLetter(letter);
    }

    List<DeadLetter> letters() {
        synchronized (letters) {
            return List.copyOf(letters);
        }
    }
}
