package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Function;

/** One word or number of a fixed form. */
record ScalarShape(
        String type, String expected, Function<String, Optional<Object>> parse, Function<Object, String> format)
        implements Shape {

    @SuppressWarnings("unchecked")
    static <T> ScalarShape of(
            String type, String expected, Function<String, Optional<T>> parse, Function<T, String> format) {
        return new ScalarShape(
                type,
                expected,
                text -> parse.apply(text).map(value -> (Object) value),
                value -> format.apply((T) value));
    }

    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Object> value = node.scalar().flatMap(scalar -> parse.apply(scalar.text()));
        if (value.isEmpty()) {
            reading.reportWrongType(node, path, expected);
        }
        return value;
    }

    @Override
    public YamlNode write(Object value) {
        return Scalar.plain(format.apply(value));
    }
}
