package dev.convoy.telemetry;

import java.util.List;

/** The fields of a workload's telemetry, in the order in which {@link FieldValues} holds them. */
public final class Schema {
    private final List<Field> fields;
    private final int[] features;

    public Schema(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.features = java.util.stream.IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).feature())
                .toArray();
        if (features.length == 0) {
            throw new IllegalArgumentException("a schema needs at least one feature");
        }
    }

    public List<Field> fields() {
        return fields;
    }

    /** How many of the fields are features: the width of a learner's input. */
    public int featureCount() {
        return features.length;
    }

    /** The features, scaled to [-1, 1]; an absent one is 0, the middle of its range. */
    public float[] features(FieldValues values) {
        if (values.size() != fields.size()) {
            throw new IllegalArgumentException("expected " + fields.size() + " values: " + values.size());
        }
        float[] row = new float[features.length];
        for (int i = 0; i < features.length; i++) {
            int index = features[i];
            row[i] = values.has(index) ? fields.get(index).scale(values.get(index)) : 0;
        }
        return row;
    }
}
