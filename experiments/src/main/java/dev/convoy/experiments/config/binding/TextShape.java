package dev.convoy.experiments.config.binding;

import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Text; what would read as nothing, or as the absence of a value, must be quoted. */
record TextShape() implements Shape {
    @Override
    public Optional<Object> read(YamlNode node, Optional<Object> base, KeyPath path, Reading reading) {
        Optional<Object> text = node.scalar().filter(s -> !s.isNothing()).map(Scalar::text);
        if (text.isEmpty()) {
            reading.reportWrongType(node, path, expected());
        }
        return text;
    }

    @Override
    public YamlNode write(Object value) {
        Scalar plain = Scalar.plain((String) value);
        boolean ambiguous = plain.isNothing() || plain.text().equals(OptionalShape.NONE);
        return new Scalar(plain.place(), plain.text(), ambiguous);
    }

    @Override
    public String expected() {
        return "a word or text";
    }

    @Override
    public String type() {
        return "text";
    }
}
