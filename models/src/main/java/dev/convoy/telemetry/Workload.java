package dev.convoy.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * What is to be predicted from what: the schema of the telemetry, the names of the classes, and the rule of thumb of
 * the field where there is one.
 */
public record Workload(Schema schema, List<String> classes, Optional<RangeEstimate> estimate) {
    /** A decision is contested where the range estimate is within this much of the reserve. */
    public static final double CONTESTED_MARGIN = 0.15;

    public Workload {
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("at least two classes are needed: " + classes);
        }
    }
}
