package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.Place;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** One value for one key path, to be laid over a file: {@code aggregator.staleness.limit=2}. */
public final class Setting {
    private final Place place;
    private final List<String> keys;
    private final YamlNode value;

    private Setting(Place place, List<String> keys, YamlNode value) {
        this.place = place;
        this.keys = keys;
        this.value = value;
    }

    /** Reads {@code key.path=value}; the value is YAML. Empty, with a mistake, if it is none. */
    public static Optional<Setting> parse(String text, Mistakes mistakes) {
        Place place = Place.of("--set " + text);
        int equals = text.indexOf('=');
        if (equals < 1) {
            mistakes.add(place, "expected key.path=value, such as nodes.count=4");
            return Optional.empty();
        }
        return of(place, text.substring(0, equals).strip(), text.substring(equals + 1), mistakes);
    }

    /** A value for a key path that was written at this place. */
    public static Optional<Setting> of(Place place, String keyPath, String yaml, Mistakes mistakes) {
        List<String> keys = KeyPath.of(keyPath).keys();
        if (keys.contains("")) {
            mistakes.add(
                    place,
                    "expected keys with dots between them, such as aggregator.strategy, found '" + keyPath + "'");
            return Optional.empty();
        }
        return YamlReader.readValue(place, yaml, mistakes).map(value -> new Setting(place, keys, value));
    }

    Place place() {
        return place;
    }

    List<String> keys() {
        return keys;
    }

    YamlNode value() {
        return value;
    }
}
