package dev.convoy.metric;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which model each vehicle is, at the end of the run; a large fleet publishes several, each with some of its vehicles.
 *
 * @param models the model's name for each vehicle's
 */
public record FleetRoster(long timeMs, SortedMap<String, String> models) implements Metric {
    /** So that a message stays small. */
    public static final int MOST_VEHICLES = 1000;

    public FleetRoster {
        if (models.isEmpty() || models.size() > MOST_VEHICLES) {
            throw new IllegalArgumentException("a roster has 1 to " + MOST_VEHICLES + " vehicles: " + models.size());
        }
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }
}
