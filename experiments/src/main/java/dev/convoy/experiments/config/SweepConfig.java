package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Conflicts;
import dev.convoy.experiments.config.binding.RawValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep varies.
 *
 * @param seeds how many seeds each treatment is run with
 * @param grid the values each key path takes; several make their product
 */
public record SweepConfig(int seeds, Map<String, List<RawValue>> grid) {
    static final int MOST_SEEDS = 1000;
    static final int MOST_TREATMENTS = 1000;

    public SweepConfig {
        grid = Collections.unmodifiableMap(new LinkedHashMap<>(grid));
        Conflicts conflicts = new Conflicts()
                .require(seeds >= 1 && seeds <= MOST_SEEDS, "seeds must be 1 to " + MOST_SEEDS + ": " + seeds, "seeds");
        long treatments = 1;
        for (Map.Entry<String, List<RawValue>> entry : grid.entrySet()) {
            String key = entry.getKey();
            boolean foreign = !key.equals("sweep") && !key.startsWith("sweep.");
            conflicts.require(foreign, "a sweep cannot vary itself: " + key, "grid");
            conflicts.require(!entry.getValue().isEmpty(), key + " needs at least one value", "grid");
            treatments =
                    Math.min(MOST_TREATMENTS + 1L, treatments * entry.getValue().size());
        }
        conflicts
                .require(
                        treatments <= MOST_TREATMENTS,
                        "grid makes more than " + MOST_TREATMENTS + " treatments",
                        "grid")
                .throwIfAny();
    }

    public static SweepConfig standard() {
        return new SweepConfig(10, Map.of());
    }

    /** Every combination of the grid's values, the last key path varying fastest; one without any if there is no grid. */
    public List<Map<String, RawValue>> treatments() {
        List<Map<String, RawValue>> treatments = List.of(Map.of());
        for (Map.Entry<String, List<RawValue>> axis : grid.entrySet()) {
            List<Map<String, RawValue>> longer = new ArrayList<>();
            for (Map<String, RawValue> treatment : treatments) {
                for (RawValue value : axis.getValue()) {
                    Map<String, RawValue> more = new LinkedHashMap<>(treatment);
                    more.put(axis.getKey(), value);
                    longer.add(more);
                }
            }
            treatments = longer;
        }
        return treatments;
    }
}
