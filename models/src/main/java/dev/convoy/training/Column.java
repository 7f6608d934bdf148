package dev.convoy.training;

import dev.convoy.telemetry.Field;
import java.util.List;
import java.util.Optional;

/**
 * A column that learners see.
 *
 * @param physical its field in the workload's schema, where it has one
 * @param categories its values in order if they are words; empty if they are numbers
 */
public record Column(String name, Optional<Field> physical, List<String> categories) {
    public Column {
        categories = List.copyOf(categories);
    }

    public boolean categorical() {
        return !categories.isEmpty();
    }
}
