package dev.convoy.experiments.sweep;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.records.RunOutcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a finished run leaves to its sweep.
 *
 * @param values what is undefined is left out
 * @param accuracy of the fleet over its sliding window, by run time in milliseconds; from the first label on
 * @param pace what it took in wall time; that is the only thing about a run that differs when it is repeated
 */
record RunResult(Map<Measure, Double> values, SortedMap<Long, Double> accuracy, Pace pace) {
    RunResult {
        Map<Measure, Double> ordered = new EnumMap<>(Measure.class);
        ordered.putAll(values);
        values = Collections.unmodifiableMap(ordered);
        accuracy = Collections.unmodifiableSortedMap(new TreeMap<>(accuracy));
    }

    static RunResult of(RunOutcome run, ExperimentConfig experiment, double wallSeconds) {
        SortedMap<Long, Double> accuracy = new TreeMap<>();
        for (RunOutcome.AccuracyAt at : run.accuracy()) {
            at.accuracy().ifPresent(share -> accuracy.put(at.timeMs(), share));
        }
        return new RunResult(
                Measurement.of(run, experiment),
                accuracy,
                new Pace(run.ledger().total().produced() - run.ledger().total().lost(), wallSeconds));
    }

    /**
     * How fast a run was.
     *
     * @param records of telemetry that were produced and not lost on their way
     * @param wallSeconds from the first record to the last
     */
    record Pace(long records, double wallSeconds) {
        double recordsPerSecond() {
            return records / wallSeconds;
        }
    }
}
