package dev.convoy.experiments.records;

import java.util.List;

/**
 * What the recorder cannot see on the topics and is told at the end.
 *
 * @param configuration the canonical configuration: without engine, paths, speed and jobs
 */
public record Closing(String configuration, List<Span> faults, List<Span> drift, List<DeadLetter> deadLetters) {
    public Closing {
        faults = List.copyOf(faults);
        drift = List.copyOf(drift);
        deadLetters = List.copyOf(deadLetters);
    }
}
