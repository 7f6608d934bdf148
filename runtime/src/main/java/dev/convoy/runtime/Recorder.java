package dev.convoy.runtime;

/**
 * Sees everything that is published in a run. Called from several threads, but for each writer and topic in the order
 * of publication.
 */
public interface Recorder {
    void record(Envelope<?> envelope);

    /** An actor has handled everything before this instant of run time. */
    void progress(ActorId actor, long runTimeMs);

    /** A record on a topic was refused. */
    void deadLetter(DeadLetter letter);
}
