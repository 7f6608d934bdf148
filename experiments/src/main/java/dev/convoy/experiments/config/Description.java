package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.KeyDescription;
import dev.convoy.experiments.config.binding.Words;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can be configured: every key of an experiment file with its default and a sentence. */
public final class Description {
    private static final String SENTENCES = "describe.yaml";

    private final List<DescribedKey> keys;

    private Description(List<DescribedKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public static Description load() {
        Map<String, String> sentences = sentences();
        Map<String, DescribedKey> merged = new LinkedHashMap<>();
        for (KeyDescription key : Experiments.keys()) {
            merged.merge(key.path(), described(key, sentences), Description::together);
        }
        return new Description(List.copyOf(merged.values()));
    }

    public List<DescribedKey> keys() {
        return keys;
    }

    /**
     * What a word is about: a key path with all below it, the last part of one, or a word that a key chooses from; where
     * there is none of these, every key whose path or sentence has it.
     */
    public List<DescribedKey> about(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        List<DescribedKey> named = matching(key -> isAt(key.path(), wanted)
                || isAt(key.path(), "*." + wanted)
                || key.words().containsKey(wanted)
                || key.kinds().contains(wanted));
        return named.isEmpty() ? matching(key -> mentions(key, wanted)) : named;
    }

    /** One line for a word that nothing is about. */
    public String unknown(String word) {
        Set<String> known = new LinkedHashSet<>();
        for (DescribedKey key : keys) {
            known.add(key.path());
            known.addAll(List.of(key.path().split("\\.")));
            known.addAll(key.words().keySet());
        }
        String nearest = Words.nearest(word, known)
                .map(candidate -> "; did you mean '" + candidate + "'?")
                .orElse("; without a word everything is described");
        return "nothing that can be configured is called '" + word + "'" + nearest;
    }

    /** For reading; ends with a line break. */
    public static String text(List<DescribedKey> keys) {
        return keys.stream().map(DescribedKey::text).collect(Collectors.joining());
    }

    /** As plain maps, lists and strings, for JSON. */
    public static List<Map<String, Object>> json(List<DescribedKey> keys) {
        return keys.stream().map(DescribedKey::json).toList();
    }

    /** The sentences by key path and by {@code path=word}. */
    static Map<String, String> sentences() {
        Mistakes mistakes = new Mistakes();
        Optional<YamlNode> root = YamlReader.readFile(SENTENCES, resource(), mistakes);
        mistakes.throwIfAny();
        Map<String, String> sentences = new LinkedHashMap<>();
        for (YamlNode.Entry entry : root.orElseThrow().mapping().orElseThrow().entries()) {
            sentences.put(entry.key(), entry.value().scalar().orElseThrow().text());
        }
        return sentences;
    }

    private List<DescribedKey> matching(Predicate<DescribedKey> wanted) {
        return keys.stream().filter(wanted).toList();
    }

    /** Whether the path is this one or below it; a leading {@code *.} stands for any beginning. */
    private static boolean isAt(String path, String wanted) {
        String padded = "." + path + ".";
        return wanted.startsWith("*.")
                ? padded.contains(wanted.substring(1) + ".")
                : padded.startsWith("." + wanted + ".");
    }

    private static boolean mentions(DescribedKey key, String wanted) {
        return key.path().contains(wanted)
                || key.sentence().toLowerCase(Locale.ROOT).contains(wanted)
                || key.words().values().stream()
                        .anyMatch(meaning -> meaning.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static DescribedKey described(KeyDescription key, Map<String, String> sentences) {
        Map<String, String> words = new LinkedHashMap<>();
        key.words().forEach(word -> words.put(word, sentences.getOrDefault(key.path() + "=" + word, "")));
        return new DescribedKey(
                key.path(),
                key.type(),
                key.standard(),
                sentences.getOrDefault(key.path(), ""),
                words,
                key.kind()
                        .map(kind -> List.of(kind.substring(kind.indexOf('=') + 1)))
                        .orElse(List.of()));
    }

    /** A key that several kinds have; if their defaults differ, each is shown with its kind. */
    private static DescribedKey together(DescribedKey one, DescribedKey other) {
        List<String> kinds = new ArrayList<>(one.kinds());
        kinds.addAll(other.kinds());
        Optional<String> standard = one.standard().equals(other.standard())
                ? one.standard()
                : Optional.of(one.standard().orElse("none") + ", with " + String.join(" or ", other.kinds()) + " "
                        + other.standard().orElse("none"));
        return new DescribedKey(one.path(), one.type(), standard, one.sentence(), one.words(), kinds);
    }

    private static String resource() {
        try (InputStream in = Description.class.getResourceAsStream(SENTENCES)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + SENTENCES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
