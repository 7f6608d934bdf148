package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlReader;
import dev.convoy.experiments.config.yaml.YamlWriter;
import java.util.Optional;

/** Whatever is there, kept as it is. */
record RawShape() implements Shape {
    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        return Optional.of(new RawValue(YamlWriter.flow(node)));
    }

    @Override
    public YamlNode write(Object value) {
        return YamlReader.readValue(Place.of(""), ((RawValue) value).yaml(), new Mistakes())
                .orElseThrow();
    }

    @Override
    public String expected() {
        return "any value";
    }

    @Override
    public String type() {
        return "any value";
    }
}
