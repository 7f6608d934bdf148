package dev.convoy.experiments.config;

import dev.convoy.detection.DetectorKind;
import dev.convoy.experiments.config.binding.Binder;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** The detector that a canonical configuration names, read without the rest, which may name files that are not here. */
public final class ConfiguredDetector {
    private record Part(Optional<DetectorKind> detector) {}

    private static final Binder<Part> BINDER = Binder.of(Part.class);

    private ConfiguredDetector() {}

    /** @throws MistakesException if the configuration is none */
    public static Optional<DetectorKind> in(String configuration) {
        Mistakes mistakes = new Mistakes();
        Optional<Part> part = YamlReader.readFile("configuration", configuration, mistakes)
                .flatMap(YamlNode::mapping)
                .flatMap(top -> top.entry("nodes"))
                .flatMap(nodes -> nodes.value().mapping())
                .flatMap(nodes -> nodes.entry("detector"))
                .flatMap(entry -> BINDER.bind(new Mapping(entry.place(), List.of(entry)), mistakes));
        mistakes.throwIfAny();
        return part.flatMap(Part::detector);
    }
}
