package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Conflicts;
import dev.convoy.experiments.config.binding.RawValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a sweep varies, and what it asks.
 *
 * @param seeds how many seeds each treatment is run with, the same for all
 * @param question in words, for the report
 * @param baselines each treatment is compared with the last of these that stands before it, or with the first where none
 *     does; with the first treatment if none is named
 * @param measures what is shown of the runs, the most important first; empty: what policies are chosen by
 * @param targetAccuracy of the fleet over its sliding window, in (0, 1): how long it takes to get there is measured
 * @param treatments several settings at once, by the name of the treatment
 * @param grid the values each key path takes; several make their product, also with the treatments
 */
public record SweepConfig(
        int seeds,
        Optional<String> question,
        List<String> baselines,
        List<Measure> measures,
        Optional<Double> targetAccuracy,
        Map<String, Map<String, RawValue>> treatments,
        Map<String, List<RawValue>> grid) {
    static final int MOST_SEEDS = 1000;
    static final int MOST_TREATMENTS = 1000;

    public SweepConfig {
        baselines = List.copyOf(baselines);
        measures = List.copyOf(measures);
        treatments = Collections.unmodifiableMap(new LinkedHashMap<>(treatments));
        grid = Collections.unmodifiableMap(new LinkedHashMap<>(grid));
        Conflicts conflicts = new Conflicts()
                .require(seeds >= 1 && seeds <= MOST_SEEDS, "seeds must be 1 to " + MOST_SEEDS + ": " + seeds, "seeds")
                .require(
                        new HashSet<>(measures).size() == measures.size(),
                        "measures must be named once each: " + words(measures),
                        "measures")
                .require(
                        targetAccuracy
                                .filter(target -> !(target > 0 && target < 1))
                                .isEmpty(),
                        "target-accuracy must be above 0 and below 1: " + targetAccuracy.orElse(0.0),
                        "target-accuracy");
        treatments.forEach((name, settings) -> checkTreatment(name, settings, conflicts));
        long count = Math.max(1, treatments.size());
        for (Map.Entry<String, List<RawValue>> axis : grid.entrySet()) {
            checkAxis(axis.getKey(), axis.getValue(), treatments, conflicts);
            count = Math.min(MOST_TREATMENTS + 1L, count * axis.getValue().size());
        }
        conflicts.require(
                count <= MOST_TREATMENTS,
                (treatments.isEmpty() ? "grid makes" : "treatments and grid make") + " more than " + MOST_TREATMENTS
                        + " treatments",
                "grid",
                "treatments");
        conflicts.throwIfAny();
        checkBaselines(baselines, combinations(treatments, grid));
    }

    public static SweepConfig standard() {
        return new SweepConfig(10, Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of(), Map.of());
    }

    /** Whether anything is varied. */
    public boolean varies() {
        return !treatments.isEmpty() || !grid.isEmpty();
    }

    /**
     * Every named treatment with every combination of the grid's values, the last key path varying fastest; the file as
     * it is if nothing is varied.
     */
    public List<Treatment> combinations() {
        return combinations(treatments, grid);
    }

    private static List<Treatment> combinations(
            Map<String, Map<String, RawValue>> treatments, Map<String, List<RawValue>> grid) {
        List<Treatment> combinations = new ArrayList<>();
        treatments.forEach((name, settings) -> combinations.add(new Treatment(name, settings)));
        if (combinations.isEmpty()) {
            combinations.add(Treatment.NONE);
        }
        for (Map.Entry<String, List<RawValue>> axis : grid.entrySet()) {
            String shortKey = shortest(axis.getKey(), grid.keySet());
            List<Treatment> shorter = List.copyOf(combinations);
            combinations.clear();
            for (Treatment treatment : shorter) {
                axis.getValue().forEach(value -> combinations.add(treatment.with(axis.getKey(), shortKey, value)));
            }
        }
        return combinations;
    }

    /** The shortest end of a key path that no other one has. */
    private static String shortest(String keyPath, Set<String> all) {
        for (int from = keyPath.lastIndexOf('.'); from >= 0; from = keyPath.lastIndexOf('.', from - 1)) {
            String end = keyPath.substring(from);
            if (all.stream().noneMatch(other -> !other.equals(keyPath) && ("." + other).endsWith(end))) {
                return end.substring(1);
            }
        }
        return keyPath;
    }

    private static void checkTreatment(String name, Map<String, RawValue> settings, Conflicts conflicts) {
        conflicts
                .require(
                        name.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,39}"),
                        "a treatment is named by one word of at most 40 letters, digits, '.', '+' and '-': " + name,
                        "treatments")
                .require(
                        settings.keySet().stream().noneMatch(SweepConfig::ofSweep),
                        name + ": a sweep cannot vary itself or the seed",
                        "treatments." + name,
                        "treatments");
    }

    private static void checkAxis(
            String key, List<RawValue> values, Map<String, Map<String, RawValue>> treatments, Conflicts conflicts) {
        conflicts
                .require(!ofSweep(key), "a sweep cannot vary itself or the seed: " + key, "grid")
                .require(!values.isEmpty(), key + " needs at least one value", "grid")
                .require(new HashSet<>(values).size() == values.size(), key + " has a value twice", "grid");
        treatments.forEach((name, settings) -> conflicts.require(
                !settings.containsKey(key), key + " is in the grid and in treatment " + name, "grid"));
    }

    private static void checkBaselines(List<String> baselines, List<Treatment> combinations) {
        List<String> names = combinations.stream().map(Treatment::name).toList();
        String right = combinations.get(0).equals(Treatment.NONE)
                ? ", but grid and treatments are empty: "
                : ", such as '" + names.get(0) + "': ";
        Conflicts conflicts = new Conflicts();
        baselines.forEach(baseline -> conflicts.require(
                names.contains(baseline), "a baseline must be one of the treatments" + right + baseline, "baselines"));
        conflicts
                .require(
                        new HashSet<>(baselines).size() == baselines.size(),
                        "baselines must be named once each: " + String.join(", ", baselines),
                        "baselines")
                .throwIfAny();
    }

    private static String words(List<Measure> measures) {
        return measures.stream()
                .map(Measure::column)
                .collect(Collectors.joining(", "))
                .replace('_', '-');
    }

    private static boolean ofSweep(String key) {
        return key.equals("seed") || key.equals("sweep") || key.startsWith("sweep.");
    }
}
