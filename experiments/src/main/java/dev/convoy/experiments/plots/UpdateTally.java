package dev.convoy.experiments.plots;

import dev.convoy.metric.UpdateFate.Fate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How many updates of a node met which fate, and how stale they were when it was decided. */
public final class UpdateTally {
    /** Staleness from here on is counted together. */
    public static final int MOST_STALE = 5;

    private final Map<Fate, Integer> fates = new TreeMap<>();
    private final Map<Fate, Map<Integer, Integer>> staleness = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int all;
    private double weight;
    private double bytes;
    private double age;
    private double stale;
    private int decided;

    /** The tallies of all nodes that were scored or sent an update, in the order of the nodes. */
    public static Map<String, UpdateTally> byNode(RecordedRun run) {
        Map<String, UpdateTally> tallies = new LinkedHashMap<>();
        run.nodes().forEach(node -> tallies.put(node, new UpdateTally()));
        for (Table.Row row : run.updates().rows()) {
            tallies.computeIfAbsent(row.text("node"), node -> new UpdateTally()).add(row);
        }
        return tallies;
    }

    /** The tally of all nodes together. */
    public static UpdateTally of(List<Table.Row> updates) {
        UpdateTally tally = new UpdateTally();
        updates.forEach(tally::add);
        return tally;
    }

    static Fate fate(Table.Row update) {
        String word = update.text("fate");
        return Arrays.stream(Fate.values())
                .filter(fate -> fate.word().equals(word))
                .findFirst()
                .orElseThrow(() -> update.wrong("fate", "one of " + words(), word));
    }

    private static List<String> words() {
        return Arrays.stream(Fate.values()).map(Fate::word).toList();
    }

    private void add(Table.Row row) {
        Fate fate = fate(row);
        all++;
        fates.merge(fate, 1, Integer::sum);
        OptionalDouble stale = row.number("staleness");
        if (stale.isPresent()) {
            int step = (int) Math.min(stale.getAsDouble(), MOST_STALE);
            staleness.computeIfAbsent(fate, any -> new TreeMap<>()).merge(step, 1, Integer::sum);
        }
        if (fate != Fate.AGGREGATED && !row.text("reason").isEmpty()) {
            reasons.merge(fate.word() + ": " + row.text("reason"), 1, Integer::sum);
        }
        if (stale.isPresent() && row.number("age_s").isPresent()) {
            decided++;
            this.stale += stale.getAsDouble();
            age += row.needed("age_s");
        }
        weight += row.number("weight").orElse(0);
        bytes += row.number("bytes").orElse(0);
    }

    public int all() {
        return all;
    }

    public int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    /** Updates of a staleness; {@link #MOST_STALE} stands for itself and all beyond. */
    public int of(Fate fate, int stale) {
        return staleness.getOrDefault(fate, Map.of()).getOrDefault(stale, 0);
    }

    public int ofStaleness(int stale) {
        return Arrays.stream(Fate.values()).mapToInt(fate -> of(fate, stale)).sum();
    }

    /** Why updates were not aggregated, and how many. */
    public Map<String, Integer> reasons() {
        return new TreeMap<>(reasons);
    }

    /** The sum of the coefficients really applied. */
    public double weight() {
        return weight;
    }

    /** Seconds of run time since the end of the training data, on the mean of the decided updates. */
    public OptionalDouble meanAge() {
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(age / decided);
    }

    /** Versions, on the mean of the decided updates. */
    public OptionalDouble meanStaleness() {
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(stale / decided);
    }

    public double bytes() {
        return bytes;
    }
}
