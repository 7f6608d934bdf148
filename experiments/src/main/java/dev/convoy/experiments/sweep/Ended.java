package dev.convoy.experiments.sweep;

import java.util.Optional;

/**
 * A run of a sweep that is over.
 *
 * @param result none if it failed
 * @param failure why, on one line; empty if it did not
 */
record Ended(PlannedRun run, Optional<RunResult> result, String failure) {
    static Ended well(PlannedRun run, RunResult result) {
        return new Ended(run, Optional.of(result), "");
    }

    static Ended badly(PlannedRun run, String why) {
        return new Ended(run, Optional.empty(), why.strip().replaceAll("\\s+", " "));
    }
}
