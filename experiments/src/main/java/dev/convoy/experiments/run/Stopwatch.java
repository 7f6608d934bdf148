package dev.convoy.experiments.run;

import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;

/** Takes the wall time between the first and the last record of a run, and hands all on. */
final class Stopwatch implements Recorder {
    private final Recorder next;
    private long records;
    private long firstNanos;
    private long lastNanos;

    Stopwatch(Recorder next) {
        this.next = next;
    }

    synchronized double seconds() {
        return (lastNanos - firstNanos) / 1e9;
    }

    @Override
    public void record(Envelope<?> envelope) {
        synchronized (this) {
            lastNanos = System.nanoTime();
            if (records++ == 0) {
                firstNanos = lastNanos;
            }
        }
        next.record(envelope);
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {
        next.progress(actor, runTimeMs);
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        next.deadLetter(letter);
    }
}
