package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.RawValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a sweep does to the file: some settings laid over it, and what that is called in tables and pictures.
 *
 * @param settings values by key path, in the order in which they are laid over the file
 */
public record Treatment(String name, Map<String, RawValue> settings) {
    /** The file as it is. */
    static final Treatment NONE = new Treatment("", Map.of());

    public Treatment {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** This one and one more setting. */
    Treatment with(String key, String shortKey, RawValue value) {
        Map<String, RawValue> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Treatment((name.isEmpty() ? "" : name + " ") + shortKey + "=" + value.yaml(), more);
    }

    /** As a user would lay it over the file himself. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        settings.forEach((key, value) -> options.add(key + "=" + value.yaml()));
        return options;
    }

    /** For messages. */
    @Override
    public String toString() {
        return options().stream().collect(Collectors.joining(", "));
    }
}
