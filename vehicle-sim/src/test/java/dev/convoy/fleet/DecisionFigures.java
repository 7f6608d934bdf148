package dev.convoy.fleet;

import dev.convoy.world.WorldConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how often the decisions of the default corridor are right when a single sensor, the car's range estimate or a
 * model makes them: fitted to the first half of a time without drift, tried on the second.
 */
public final class DecisionFigures {
    private static final long MS_PER_DAY = 86_400_000;

    private final Map<String, List<Double>> overall = new LinkedHashMap<>();
    private final Map<String, List<Double>> contested = new LinkedHashMap<>();
    private final Map<String, List<Double>> stream = new LinkedHashMap<>();

    private DecisionFigures() {}

    /** Arguments: days of each half, then seeds. */
    public static void main(String[] arguments) {
        int days = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        long[] seeds = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray()
                : new long[] {7, 8, 9, 10, 11};
        DecisionFigures figures = new DecisionFigures();
        for (long seed : seeds) {
            figures.measure(seed, days * MS_PER_DAY);
        }
        figures.print();
    }

    private void measure(long seed, long halfMs) {
        WorldConfig standard = WorldConfig.standard();
        WorldConfig calm = standard.withDrift(standard.start(), List.of());
        FleetConfig fleet = FleetConfig.standard();
        List<Decisions.Decision> all =
                Decisions.of(new FleetPlan(calm, fleet, seed, 2 * halfMs)).labelled();
        List<Decisions.Decision> past =
                all.stream().filter(d -> d.outcome().timeMs() < halfMs).toList();
        List<Decisions.Decision> next =
                all.stream().filter(d -> d.last().timeMs() >= halfMs).toList();
        List<Decisions.Decision> hard = Decisions.contested(next);
        FleetFigures.say("seed %d: %s", seed, DecisionRules.bestSensor(past));
        DecisionRules.fitted(past, fleet.reserve(), seed).forEach((name, rule) -> {
            add(overall, name, rule.accuracy(next));
            add(contested, name, rule.accuracy(hard));
        });
        add(stream, "decisions of the first half", past.size());
        add(stream, "share of positives in the first half", Decisions.positives(past));
        add(stream, "decisions of the second half", next.size());
        add(stream, "share of positives in the second half", Decisions.positives(next));
        add(stream, "share of contested in the second half", hard.size() / (double) next.size());
        add(stream, "share of positives among the contested", Decisions.positives(hard));
        double[] delays = all.stream()
                .mapToDouble(Decisions.Decision::delayHours)
                .sorted()
                .toArray();
        add(
                stream,
                "hours from decision to label, mean",
                Arrays.stream(delays).average().orElseThrow());
        for (int percent : new int[] {0, 5, 25, 50, 75, 95, 99, 100}) {
            add(stream, "hours, " + percent + " % quantile", FleetFigures.at(delays, percent / 100.0));
        }
    }

    private static void add(Map<String, List<Double>> table, String name, double value) {
        table.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void print() {
        FleetFigures.say("%n| decided by | all decisions | contested |%n|---|---|---|");
        overall.forEach((name, values) ->
                FleetFigures.say("| %s | %s | %s |", name, spread(values), spread(contested.get(name))));
        FleetFigures.say("%n| of the stream | |%n|---|---|");
        stream.forEach((name, values) -> FleetFigures.say("| %s | %s |", name, spread(values)));
    }

    /** Mean and standard deviation over the seeds. */
    private static String spread(List<Double> values) {
        double mean = values.stream().mapToDouble(x -> x).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double deviation = Math.sqrt(squares / Math.max(1, values.size() - 1));
        return String.format(Locale.ROOT, mean < 100 ? "%.3f ± %.3f" : "%.0f ± %.0f", mean, deviation);
    }
}
