package dev.convoy.experiments.sweep;

import dev.convoy.evaluation.DecisionCost;
import dev.convoy.evaluation.StreamScores;
import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.records.Decided;
import dev.convoy.experiments.records.RecordedUpdate;
import dev.convoy.experiments.records.RunOutcome;
import dev.convoy.metric.UpdateFate.Fate;
import dev.convoy.telemetry.NodeId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes the measures of one run. */
final class Measurement {
    private static final double LAST_QUARTER = 0.75;
    /** How long a target must be held to count as reached: the first decisions of a run are few, and swing. */
    private static final long HELD_MS = 3 * 3_600_000;

    private static final double MS_PER_HOUR = 3.6e6;

    private final RunOutcome run;
    private final Map<Measure, Double> values = new EnumMap<>(Measure.class);

    private Measurement(RunOutcome run) {
        this.run = run;
    }

    /** What is undefined is left out. */
    static Map<Measure, Double> of(RunOutcome run, ExperimentConfig experiment) {
        Measurement measurement = new Measurement(run);
        measurement.decisions();
        if (experiment.workload().replayed().isEmpty()) {
            experiment.world().drift().stream()
                    .mapToLong(drift -> drift.onset().toMillis())
                    .min()
                    .ifPresent(measurement::drift);
        }
        experiment.sweep().targetAccuracy().ifPresent(measurement::target);
        measurement.updates();
        return measurement.values;
    }

    private void decisions() {
        StreamScores fleet = scores(Decided::ofFleet);
        put(Measure.DECISIONS, fleet.decisions());
        put(Measure.ACCURACY, fleet.accuracy());
        put(
                Measure.LAST_QUARTER_ACCURACY,
                scores(d -> d.ofFleet() && d.timeMs() >= LAST_QUARTER * run.durationMs())
                        .accuracy());
        put(
                Measure.CONTESTED_ACCURACY,
                scores(d -> d.ofFleet() && d.scored().contested()).accuracy());
        put(Measure.BALANCED_ACCURACY, fleet.balancedAccuracy());
        put(Measure.KAPPA, fleet.kappa());
        put(Measure.LOG_LOSS, fleet.logLoss());
        if (run.priced()) {
            put(Measure.COST_PER_1000, DecisionCost.standard().perThousand(fleet.mistakes()));
        }
        put(Measure.WORST_NODE_ACCURACY, worstNode());
        put(Measure.RULE_ACCURACY, fleet.rule());
    }

    /** Of those nodes that decided anything, each by its own decisions. */
    private OptionalDouble worstNode() {
        return run.decisions().stream()
                .map(Decided::node)
                .distinct()
                .mapToDouble(node -> scores(d -> d.node() == node).accuracy().orElseThrow())
                .min();
    }

    private void drift(long onsetMs) {
        Recovery recovery = new Recovery(run.decisions(), onsetMs, run.durationMs());
        put(Measure.ACCURACY_SINCE_DRIFT, recovery.accuracySince());
        put(Measure.DRIFT_DIP, recovery.dip());
        put(Measure.RECOVERY_HOURS, recovery.hours());
    }

    /** Reached by the first report from which on the accuracy is there for some hours. */
    private void target(double accuracy) {
        run.accuracy().stream()
                .filter(at -> at.timeMs() + HELD_MS <= run.durationMs())
                .filter(first -> run.accuracy().stream()
                        .filter(at -> at.timeMs() >= first.timeMs() && at.timeMs() <= first.timeMs() + HELD_MS)
                        .allMatch(at -> at.accuracy().orElse(0) >= accuracy))
                .findFirst()
                .ifPresent(reached -> {
                    put(Measure.HOURS_TO_TARGET, reached.timeMs() / MS_PER_HOUR);
                    if (run.forwardedBytes() == 0) {
                        put(Measure.BYTES_TO_TARGET, bytes(update -> update.sentMs() <= reached.timeMs()));
                    }
                });
    }

    private StreamScores scores(Predicate<Decided> taken) {
        StreamScores scores = new StreamScores(run.classes());
        run.decisions().stream().filter(taken).forEach(decision -> scores.add(decision.scored()));
        return scores;
    }

    private void updates() {
        List<RecordedUpdate> sent = run.updates();
        put(Measure.UPDATES_SENT, sent.size());
        put(Measure.UPDATES_AGGREGATED, count(sent, Fate.AGGREGATED));
        put(Measure.UPDATES_REJECTED, count(sent, Fate.REJECTED));
        put(Measure.UPDATES_LOST, count(sent, Fate.LOST));
        put(
                Measure.UPDATES_DELIVERED,
                sent.stream()
                        .mapToInt(update -> update.arrivesMs().orElse(Long.MAX_VALUE) < run.durationMs() ? 1 : 0)
                        .average());
        put(
                Measure.SENDS_PER_UPDATE,
                sent.stream().mapToInt(RecordedUpdate::attempts).average());
        goodput(sent);
        put(Measure.PARTICIPATION_BIAS, participationBias());
        put(Measure.MEAN_STALENESS, meanStaleness());
        put(Measure.BYTES_SENT, bytes(update -> true) + run.forwardedBytes());
        put(Measure.VERSIONS, run.versions());
        put(Measure.SYNCHRONISATIONS, sent.size() + run.adoptions());
        put(Measure.GRADIENT_STEPS, run.steps());
    }

    /** What reached the global model in an hour of run time; copies and what was sent in vain do not count. */
    private void goodput(List<RecordedUpdate> sent) {
        double hours = run.durationMs() / MS_PER_HOUR;
        put(Measure.UPDATE_GOODPUT, count(sent, Fate.AGGREGATED) / hours);
        put(
                Measure.BYTE_GOODPUT,
                sent.stream()
                                .filter(update -> is(update, Fate.AGGREGATED))
                                .mapToLong(RecordedUpdate::bytes)
                                .sum()
                        / hours);
    }

    /** Of updates, every attempt counted. */
    private long bytes(Predicate<RecordedUpdate> taken) {
        return run.updates().stream()
                .filter(taken)
                .mapToLong(update -> (long) update.bytes() * update.attempts())
                .sum();
    }

    private long count(List<RecordedUpdate> updates, Fate fate) {
        return updates.stream().filter(update -> is(update, fate)).count();
    }

    /**
     * How unequally the nodes are heard, as in {@code participation.csv}: of each node the share of its updates that were
     * aggregated, of those that met their fate within the run, and of these shares the greatest less the least. 0 is
     * even; 1 means that all updates of one node count and none of another.
     */
    private OptionalDouble participationBias() {
        SortedMap<NodeId, Double> shares = new TreeMap<>(run.updates().stream()
                .filter(update -> !is(update, Fate.UNFINISHED))
                .collect(Collectors.groupingBy(
                        RecordedUpdate::node,
                        Collectors.averagingDouble(update -> is(update, Fate.AGGREGATED) ? 1 : 0))));
        OptionalDouble greatest = shares.values().stream().mapToDouble(s -> s).max();
        OptionalDouble least = shares.values().stream().mapToDouble(s -> s).min();
        return least.isEmpty() ? least : OptionalDouble.of(greatest.getAsDouble() - least.getAsDouble());
    }

    /** Of the updates that went into a version. */
    private OptionalDouble meanStaleness() {
        return run.updates().stream()
                .filter(update -> is(update, Fate.AGGREGATED))
                .mapToLong(update -> update.decisions().get(0).staleness())
                .average();
    }

    private boolean is(RecordedUpdate update, Fate fate) {
        return update.fate(run.durationMs()).filter(fate::equals).isPresent();
    }

    private void put(Measure measure, OptionalDouble value) {
        value.ifPresent(v -> values.put(measure, v));
    }

    private void put(Measure measure, double value) {
        values.put(measure, value);
    }
}
