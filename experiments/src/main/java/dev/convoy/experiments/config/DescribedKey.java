package dev.convoy.experiments.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to know about one key of an experiment file.
 *
 * @param path {@code *} stands for the index of a list and for a free key
 * @param type what can be written
 * @param standard the default as YAML; empty if it must be given
 * @param words what it chooses from, with a sentence each
 * @param kinds the kinds it is there for; empty if always
 */
public record DescribedKey(
        String path,
        String type,
        Optional<String> standard,
        String sentence,
        Map<String, String> words,
        List<String> kinds) {

    /** As plain maps, lists and strings, for JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", path);
        json.put("type", type);
        standard.ifPresent(value -> json.put("default", value));
        json.put("description", sentence);
        if (!words.isEmpty()) {
            json.put("words", words);
        }
        if (!kinds.isEmpty()) {
            json.put("kinds", kinds);
        }
        return json;
    }

    /** A few lines; each ends with a line break. */
    public String text() {
        StringBuilder text = new StringBuilder(path).append(':');
        if (!type.equals("mapping")) {
            text.append(' ').append(standard.orElse("(must be given)"));
            text.append("   # ").append(type);
        }
        if (!kinds.isEmpty()) {
            text.append(", with ").append(String.join(" or ", kinds));
        }
        text.append("\n    ").append(sentence).append('\n');
        words.forEach((word, meaning) ->
                text.append("    - ").append(word).append(": ").append(meaning).append('\n'));
        return text.toString();
    }
}
