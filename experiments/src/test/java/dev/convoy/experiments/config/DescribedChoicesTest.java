package dev.convoy.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.aggregator.Beyond;
import dev.convoy.aggregator.ServerOptimiser;
import dev.convoy.aggregator.StalenessWeight;
import dev.convoy.aggregator.Strategy;
import dev.convoy.detection.DetectorKind;
import dev.convoy.edgenode.Adopt;
import dev.convoy.edgenode.SyncPolicy;
import dev.convoy.experiments.config.binding.Words;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.Updater;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code convoy describe} says of every alternative that can be chosen: what it does, its defaults, its source. */
final class DescribedChoicesTest {
    private static final Map<String, Class<?>> CHOICES = Map.of(
            "aggregator.strategy", Strategy.class,
            "aggregator.staleness.weight", StalenessWeight.class,
            "aggregator.staleness.beyond", Beyond.class,
            "aggregator.server-optimiser", ServerOptimiser.class,
            "nodes.learner", LearnerKind.class,
            "nodes.learner.updater", Updater.class,
            "nodes.sync", SyncPolicy.class,
            "nodes.adopt", Adopt.class,
            "nodes.detector", DetectorKind.class,
            "faults", Fault.class);
    /** Those whose alternatives come from the literature or say whose they are. */
    private static final Set<String> SOURCED = Set.of(
            "aggregator.strategy", "aggregator.staleness.weight", "aggregator.server-optimiser", "nodes.detector");
    /** They are a bound, a matter of course, or the same as another. */
    private static final Set<String> NOBODYS =
            Set.of("aggregator.strategy=none", "aggregator.strategy=central", "aggregator.server-optimiser=none");
    /** They choose, count, train or gather, which no formula says shorter. */
    private static final Set<String> WITHOUT_FORMULA = Set.of(
            "aggregator.strategy=none",
            "aggregator.strategy=central",
            "aggregator.strategy=union",
            "aggregator.strategy=coordinate-median",
            "aggregator.strategy=trimmed-mean",
            "aggregator.strategy=krum");

    private static final Pattern SOURCE =
            Pattern.compile("[A-Z]\\w+,? .*\\b(19|20)\\d\\d\\b|\\bOurs\\b|public implementations|FLSim|Plato");

    private final Description description = Description.load();

    @Test
    void everyAlternativeIsDescribedAndNothingElse() {
        CHOICES.forEach((path, alternatives) -> {
            Set<String> words = new TreeSet<>(key(path).words().keySet());
            assertEquals(new TreeSet<>(records(alternatives).map(Words::kind).toList()), words, path);
            words.forEach(word -> assertTrue(key(path).words().get(word).length() > 15, path + "=" + word));
        });
    }

    /** What goes wrong with whom, and how badly, has none. */
    @Test
    void everyChoiceAndEverySettingOfAnAlternativeHasADefaultExceptOfFaults() {
        List<String> without = description.keys().stream()
                .filter(key -> CHOICES.containsKey(key.path())
                        || (!key.kinds().isEmpty() && CHOICES.keySet().stream().anyMatch(key.path()::startsWith)))
                .filter(key -> key.standard().isEmpty())
                .map(DescribedKey::path)
                .filter(path -> !path.startsWith("faults.*."))
                .toList();

        assertEquals(List.of(), without);
    }

    @Test
    void triggersSayWhenTheyFireAndWhatTheyAreByDefault() {
        for (String path : List.of("aggregator.trigger.updates", "aggregator.trigger.at-latest")) {
            assertTrue(key(path).standard().isPresent(), path);
            assertTrue(key(path).sentence().contains("none waits for"), path);
        }
    }

    @Test
    void whatComesFromAPaperNamesItAndWhatDoesNotSaysWhoseItIs() {
        for (String path : SOURCED) {
            key(path).words().forEach((word, sentence) -> {
                String choice = path + "=" + word;
                assertEquals(!NOBODYS.contains(choice), SOURCE.matcher(sentence).find(), choice + ": " + sentence);
            });
        }
    }

    @Test
    void whatIsAFormulaIsWrittenAsOne() {
        for (String path :
                List.of("aggregator.strategy", "aggregator.staleness.weight", "aggregator.server-optimiser")) {
            key(path).words().forEach((word, sentence) -> {
                String choice = path + "=" + word;
                assertEquals(!WITHOUT_FORMULA.contains(choice), sentence.contains(" = "), choice + ": " + sentence);
            });
        }
    }

    private DescribedKey key(String path) {
        return description.keys().stream()
                .filter(key -> key.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + path));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(DescribedChoicesTest::records);
    }
}
