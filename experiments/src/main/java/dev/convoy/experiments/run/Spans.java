package dev.convoy.experiments.run;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Fault;
import dev.convoy.experiments.records.Span;
import dev.convoy.world.Drift;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The faults and drifts of an experiment as rows of its tables: those that begin before its end. */
final class Spans {
    private Spans() {}

    static List<Span> faults(ExperimentConfig config) {
        return config.faults().stream()
                .filter(fault -> fault.at().compareTo(config.duration()) < 0)
                .map(fault -> span(config, fault))
                .toList();
    }

    private static Span span(ExperimentConfig config, Fault fault) {
        return new Span(
                fault.at().toMillis(), end(config, fault.end()), fault.node().toString(), fault.word(), "");
    }

    static List<Span> drift(ExperimentConfig config) {
        return config.world().drift().stream()
                .filter(drift -> drift.onset().compareTo(config.duration()) < 0)
                .map(drift -> span(config, drift))
                .toList();
    }

    private static Span span(ExperimentConfig config, Drift drift) {
        return new Span(
                drift.onset().toMillis(),
                end(config, drift.end(config.world().lengthKm())),
                "",
                drift.word(),
                drift.label());
    }

    private static OptionalLong end(ExperimentConfig config, Duration end) {
        return end.compareTo(config.duration()) < 0 ? OptionalLong.of(end.toMillis()) : OptionalLong.empty();
    }
}
