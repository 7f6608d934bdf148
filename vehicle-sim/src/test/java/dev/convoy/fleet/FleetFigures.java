package dev.convoy.fleet;

import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what a fleet is like: how hard its decisions are, how late its labels, how much its cars take. */
public final class FleetFigures {
    private FleetFigures() {}

    /** Arguments: hours, then seeds. */
    public static void main(String[] arguments) {
        int hours = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 72;
        long[] seeds = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong).toArray()
                : new long[] {7};
        for (long seed : seeds) {
            print(SimulatedRun.standardPlan(seed, hours));
        }
    }

    private static void print(FleetPlan plan) {
        Decisions collected = new Decisions();
        Consumption consumption = new Consumption();
        Map<String, Vehicle> byId = new HashMap<>();
        Map<String, Activity> before = new HashMap<>();
        Map<Activity, Integer> begun = new TreeMap<>();
        long[] records = new long[1];
        long wallStart = System.nanoTime();
        SimulatedRun run = new SimulatedRun(plan, sent -> {
            collected.accept(sent);
            consumption.accept(sent.message());
            records[0] += sent.message() instanceof Telemetry ? 1 : 0;
            Activity now = byId.get(sent.message().vehicle()).activity();
            if (before.put(sent.message().vehicle(), now) != now) {
                begun.merge(now, 1, Integer::sum);
            }
        });
        run.fleet().vehicles().forEach(vehicle -> byId.put(vehicle.traits().id(), vehicle));
        while (run.hasNext()) {
            run.step();
        }
        double wall = (System.nanoTime() - wallStart) / 1e9;
        List<Decisions.Decision> all = collected.labelled();
        List<Decisions.Decision> contested = Decisions.contested(all);
        double reserve = plan.fleet().reserve();
        say("seed %d, %.0f h: %d records in %.2f s", plan.seed(), plan.durationMs() / 3.6e6, records[0], wall);
        say(
                "  decisions %d, positives %.3f, unlabelled legs %d, begun %s",
                all.size(), Decisions.positives(all), collected.unlabelled(), begun);
        say(
                "  rule %.3f, calibrated %.3f, rule x1.1 %.3f; contested share %.3f, positives there %.3f, rule there"
                        + " %.3f, x1.1 %.3f",
                Decisions.accuracy(all, Decisions::ruleMargin),
                Decisions.bestThreshold(all, VehicleField.RESERVE_MARGIN),
                Decisions.accuracy(all, d -> Decisions.cautiousMargin(d, reserve)),
                contested.size() / (double) all.size(),
                Decisions.positives(contested),
                Decisions.accuracy(contested, Decisions::ruleMargin),
                Decisions.accuracy(contested, d -> Decisions.cautiousMargin(d, reserve)));
        for (VehicleField field : VehicleField.values()) {
            if (field != VehicleField.RESERVE_MARGIN) {
                say("  best threshold on %-26s %.3f", field, Decisions.bestThreshold(all, field));
            }
        }
        double[] delays = all.stream()
                .mapToDouble(Decisions.Decision::delayHours)
                .sorted()
                .toArray();
        say(
                "  label delay h: p10 %.2f p50 %.2f p90 %.2f p95 %.2f max %.2f",
                at(delays, 0.1), at(delays, 0.5), at(delays, 0.9), at(delays, 0.95), at(delays, 1));
        all.stream()
                .collect(Collectors.groupingBy(
                        d -> d.value(VehicleField.NEXT_LEG_KM), TreeMap::new, Collectors.toList()))
                .forEach((km, part) -> say(
                        "  next leg %.0f km: %d decisions, positives %.3f, rule %.3f, mean charge %.2f",
                        km,
                        part.size(),
                        Decisions.positives(part),
                        Decisions.accuracy(part, Decisions::ruleMargin),
                        part.stream()
                                .mapToDouble(d -> d.value(VehicleField.STATE_OF_CHARGE))
                                .average()
                                .orElse(0)));
        all.stream()
                .collect(Collectors.groupingBy(d -> d.last().timeMs() / 43_200_000, TreeMap::new, Collectors.toList()))
                .forEach((half, part) -> say(
                        "  from %d h: %d decisions, positives %.3f, rule %.3f",
                        half * 12,
                        part.size(),
                        Decisions.positives(part),
                        Decisions.accuracy(part, Decisions::ruleMargin)));
        consumption.print(all);
    }

    static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** Consumption over legs by model, and how far values leave their ranges. */
    static final class Consumption {
        private long values;
        private final Map<VehicleField, Integer> outside = new TreeMap<>();
        private final Map<VehicleField, Double> lowest = new TreeMap<>();
        private final Map<VehicleField, Double> highest = new TreeMap<>();

        void accept(FleetMessage message) {
            if (message instanceof Telemetry record) {
                for (VehicleField field : VehicleField.values()) {
                    double value = record.values().get(field.ordinal());
                    values++;
                    if (!Double.isNaN(value)) {
                        lowest.merge(field, value, Math::min);
                        highest.merge(field, value, Math::max);
                    }
                    if (value < field.field().low() || value > field.field().high()) {
                        outside.merge(field, 1, Integer::sum);
                    }
                }
            }
        }

        void print(List<Decisions.Decision> decisions) {
            say("  values %d, outside %s", values, outside);
            for (VehicleField field : VehicleField.values()) {
                say("  %-26s %.2f to %.2f", field, lowest.get(field), highest.get(field));
            }
            Map<String, List<Double>> byModel = new TreeMap<>();
            for (Decisions.Decision d : decisions) {
                byModel.computeIfAbsent(d.last().model(), key -> new java.util.ArrayList<>())
                        .add(100 * d.outcome().energyKwh() / d.value(VehicleField.NEXT_LEG_KM));
            }
            double weighted = 0;
            int count = 0;
            for (Map.Entry<String, List<Double>> entry : byModel.entrySet()) {
                List<Double> list = entry.getValue();
                double mean = list.stream().mapToDouble(x -> x).average().orElse(0);
                double variance = list.stream()
                        .mapToDouble(x -> (x - mean) * (x - mean))
                        .average()
                        .orElse(0);
                say(
                        "  %-24s %4d legs, %.1f kWh/100 km, CV %.3f",
                        entry.getKey(), list.size(), mean, Math.sqrt(variance) / mean);
                weighted += list.size() * Math.sqrt(variance) / mean;
                count += list.size();
            }
            say("  mean CV %.3f", weighted / count);
        }
    }
}
