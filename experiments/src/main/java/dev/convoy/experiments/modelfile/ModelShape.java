package dev.convoy.experiments.modelfile;

import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.NetworkShape;
import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.Workload;
import java.util.List;
import java.util.Optional;

/**
 * What a model's parameters mean: its hidden layers, its features in their order with the ranges they are scaled by, and
 * its classes.
 */
public record ModelShape(List<Integer> hidden, List<Feature> features, List<String> classes) {
    /** A feature and the range that is scaled to [-1, 1]. */
    public record Feature(String name, double low, double high) {
        static Feature of(Field field) {
            return new Feature(field.name(), field.low(), field.high());
        }
    }

    public ModelShape {
        hidden = hidden == null ? List.of() : List.copyOf(hidden);
        features = features == null ? List.of() : List.copyOf(features);
        classes = classes == null ? List.of() : List.copyOf(classes);
    }

    /** Why a model of this shape does not fit this workload and learner; empty if it does. */
    Optional<String> refusal(Workload workload, LearnerKind learner) {
        List<Feature> expected = workload.schema().fields().stream()
                .filter(Field::feature)
                .map(Feature::of)
                .toList();
        if (!features.equals(expected)) {
            return Optional.of("it was trained on other features or ranges: " + difference(expected));
        }
        if (!classes.equals(workload.classes())) {
            return Optional.of("its classes are " + classes + ", the workload's are " + workload.classes());
        }
        List<Integer> layers = learner.network(features.size(), classes.size())
                .map(NetworkShape::hidden)
                .orElse(List.of());
        return hidden.equals(layers)
                ? Optional.empty()
                : Optional.of("its hidden layers are " + hidden + ", the learner's are " + layers);
    }

    private String difference(List<Feature> expected) {
        if (features.size() != expected.size()) {
            return features.size() + " instead of " + expected.size();
        }
        int first = 0;
        while (features.get(first).equals(expected.get(first))) {
            first++;
        }
        return text(features.get(first)) + " instead of " + text(expected.get(first));
    }

    private static String text(Feature feature) {
        return feature.name() + " (" + feature.low() + " to " + feature.high() + ")";
    }
}
