package dev.convoy.experiments.config.binding;

/**
 * Any value, kept as its YAML on one line, to be read later.
 *
 * @param yaml as {@code YamlWriter.flow} writes it
 */
public record RawValue(String yaml) {
    @Override
    public String toString() {
        return yaml;
    }
}
