package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of an enum's constants, written in kebab-case. */
final class WordShape implements Shape {
    private final Map<String, Object> constants = new LinkedHashMap<>();

    WordShape(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            constants.put(word(constant), constant);
        }
    }

    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<String> word = node.scalar().filter(s -> !s.isNothing()).map(Scalar::text);
        Optional<Object> value = word.map(constants::get);
        if (value.isEmpty()) {
            String nearest = word.flatMap(w -> Words.nearest(w, constants.keySet()))
                    .map(candidate -> "; did you mean '" + candidate + "'?")
                    .orElse("");
            reading.report(
                    node.place(), path, path.prefix() + "expected " + expected() + ", found " + node.found() + nearest);
        }
        return value;
    }

    @Override
    public YamlNode write(Object value) {
        return Scalar.plain(word(value));
    }

    @Override
    public String expected() {
        return constants.size() == 1 ? words().get(0) : "one of " + String.join(", ", words());
    }

    @Override
    public String type() {
        return expected();
    }

    @Override
    public List<String> words() {
        return List.copyOf(constants.keySet());
    }

    private static String word(Object constant) {
        return Words.kebab(((Enum<?>) constant).name());
    }
}
