package dev.convoy.edgenode;

import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Schema;
import dev.convoy.telemetry.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Two features, and a range estimate that learners do not see. */
final class TestWorkload {
    static final int FEATURES = 2;

    private TestWorkload() {}

    static Workload of(int classes) {
        Schema schema = new Schema(List.of(
                new Field("first", "1", -1, 1, 3, true, "a feature"),
                new Field("second", "1", 0, 10, 3, true, "another"),
                new Field("margin", "1", -1, 1, 3, false, "the rule's")));
        return new Workload(
                schema,
                IntStream.range(0, classes).mapToObj(k -> "class-" + k).toList(),
                Optional.of(values -> values.has(2) ? OptionalDouble.of(values.get(2)) : OptionalDouble.empty()));
    }

    static FieldValues values(double first, double second, double margin) {
        return FieldValues.of(first, second, margin);
    }
}
