package dev.convoy.experiments.config.yaml;

import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree as YAML, always in the same way: one key a line, and what holds only scalars and fits goes on one line in
 * braces or brackets.
 */
public final class YamlWriter {
    private static final int WIDTH = 100;
    private static final Pattern SAFE =
            Pattern.compile("(?:-(?=[0-9]))?[A-Za-z0-9_.][A-Za-z0-9_./+%-]*(?::[A-Za-z0-9_./+%-]+)*");

    private YamlWriter() {}

    /** A whole document; ends with a line break. */
    public static String write(Mapping root) {
        return root.entries().isEmpty() ? "{}\n" : block(root, "");
    }

    /** One line without a break. */
    public static String flow(YamlNode node) {
        return node.scalar()
                .map(YamlWriter::scalar)
                .or(() -> node.sequence().map(YamlWriter::flowSequence))
                .or(() -> node.mapping().map(YamlWriter::flowMapping))
                .orElseThrow();
    }

    private static String flowSequence(Sequence sequence) {
        return sequence.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String flowMapping(Mapping mapping) {
        return mapping.entries().stream()
                .map(entry -> text(entry.key(), false) + ": " + flow(entry.value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String block(Mapping mapping, String indent) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : mapping.entries()) {
            String key = indent + text(entry.key(), false) + ":";
            YamlNode value = entry.value();
            if (isOneLine(value, key.length() + 1)) {
                lines.append(key).append(' ').append(flow(value)).append('\n');
            } else {
                lines.append(key).append('\n').append(blockOf(value, indent + "  "));
            }
        }
        return lines.toString();
    }

    private static String block(Sequence sequence, String indent) {
        StringBuilder lines = new StringBuilder();
        for (YamlNode item : sequence.items()) {
            String inner = isOneLine(item, indent.length() + 2)
                    ? indent + "  " + flow(item) + "\n"
                    : blockOf(item, indent + "  ");
            lines.append(indent).append("- ").append(inner.substring(indent.length() + 2));
        }
        return lines.toString();
    }

    private static String blockOf(YamlNode node, String indent) {
        return node.mapping()
                .map(mapping -> block(mapping, indent))
                .or(() -> node.sequence().map(sequence -> block(sequence, indent)))
                .orElseThrow();
    }

    private static boolean isOneLine(YamlNode node, int column) {
        return node.scalar().isPresent()
                || node.size() == 1
                || (isFlat(node) && column + flow(node).length() <= WIDTH);
    }

    /** Whether it holds no mapping. */
    private static boolean isFlat(YamlNode node) {
        List<YamlNode> inner = node.mapping()
                .map(mapping -> mapping.entries().stream().map(Entry::value).toList())
                .or(() -> node.sequence().map(Sequence::items))
                .orElseThrow();
        return inner.stream().allMatch(YamlWriter::isPlainOrListOfPlain);
    }

    private static boolean isPlainOrListOfPlain(YamlNode node) {
        return node.scalar().isPresent()
                || node.size() == 1
                || node.sequence()
                        .filter(sequence -> sequence.items().stream()
                                .allMatch(item -> item.scalar().isPresent()))
                        .isPresent();
    }

    private static String scalar(Scalar scalar) {
        return scalar.isNothing() ? "null" : text(scalar.text(), scalar.quoted());
    }

    private static String text(String text, boolean quoted) {
        return !quoted && SAFE.matcher(text).matches() ? text : quote(text);
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
