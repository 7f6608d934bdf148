package dev.convoy.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.Field;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.Schema;
import dev.convoy.telemetry.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    private static final String ROWS = "n,word,leg,class\n1,b,5,yes\n3,a,7,no\n,b,6,maybe\n1,c,6,yes\n";

    @TempDir
    private Path directory;

    @Test
    void rangesWordsAndClassesAreFoundInTheFiles() throws IOException {
        Replay found = survey(List.of(), Label.parse("class")).replay();

        assertTrue(found.known());
        assertEquals(Optional.of(1.0), found.features().get(0).low());
        assertEquals(Optional.of(3.0), found.features().get(0).high());
        assertEquals(List.of("a", "b", "c"), found.features().get(1).values());
        assertEquals(List.of("maybe", "no", "yes"), found.classes());
    }

    @Test
    void whereAColumnBeginsAtZeroZeroStaysZero() throws IOException {
        Path file = Files.writeString(directory.resolve("counts.csv"), "n,class\n0,no\n8,yes\n2,no\n");
        Replay found = Survey.of(replay(file, List.of(), Label.parse("class")), path -> path)
                .replay();

        Schema schema = found.workload().schema();
        assertEquals(0, schema.features(FieldValues.of(0))[0]);
        assertEquals(1, schema.features(FieldValues.of(8))[0]);
        assertEquals(0.25f, schema.features(FieldValues.of(2))[0]);
    }

    @Test
    void aWordBecomesOneInputForEachOfItsValuesAndNamesOfKeysAreAvoided() throws IOException {
        Workload workload = survey(List.of(), Label.parse("class")).replay().workload();

        assertEquals(
                List.of("n", "word_a", "word_b", "word_c", "column_leg"),
                workload.schema().fields().stream().map(Field::name).toList());
        assertEquals(5, workload.schema().featureCount());
    }

    @Test
    void whatIsDeclaredIsNotLookedFor() throws IOException {
        Feature declared = Feature.number("n", 0, 10, Optional.empty());

        assertEquals(
                List.of(declared),
                survey(List.of(declared), Label.parse("class")).replay().features());
    }

    @Test
    void groupsMakeFewClassesOfManyWordsInTheirOrder() throws IOException {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("sure", List.of("yes", "no"));
        groups.put("unsure", List.of("maybe"));
        Label label = new Label("class", Optional.empty(), groups);

        assertEquals(
                List.of("sure", "unsure"), survey(List.of(), label).replay().classes());
        assertEquals(1, label.of("maybe", List.of("sure", "unsure")).getAsInt());
        assertTrue(label.of("never", List.of("sure", "unsure")).isEmpty());
    }

    @Test
    void whereAFileLiesIsNoPartOfItsIdentity() throws IOException {
        Replay one = survey(List.of(), Label.parse("class")).replay();
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Path moved = Files.writeString(elsewhere.resolve("other.csv"), ROWS);
        Replay other = Survey.of(replay(moved, List.of(), Label.parse("class")), p -> p)
                .replay();
        Path changed = Files.writeString(elsewhere.resolve("changed.csv"), ROWS + "1,a,5,no\n");
        Replay third = Survey.of(replay(changed, List.of(), Label.parse("class")), p -> p)
                .replay();

        assertTrue(!one.equals(other));
        assertEquals(one.withoutPaths(), other.withoutPaths());
        assertTrue(!one.withoutPaths().equals(third.withoutPaths()));
    }

    @Test
    void aMissingFileAndAMissingColumnAreMistakesAtTheirKeys() throws IOException {
        Survey.Result missing =
                Survey.of(replay(directory.resolve("nowhere.csv"), List.of(), Label.parse("class")), p -> p);
        Survey.Result column = survey(List.of(Feature.parse("n"), Feature.parse("m")), Label.parse("klass"));

        assertEquals(
                List.of("files.0"),
                missing.mistakes().stream().map(Survey.Mistake::key).toList());
        assertTrue(missing.mistakes().get(0).message().endsWith("get it there"));
        assertEquals(
                List.of("features.1", "label"),
                column.mistakes().stream().map(Survey.Mistake::key).toList());
        assertEquals(
                "there is no column 'm' in a.csv; it has n, word, leg, class",
                column.mistakes().get(0).message());
    }

    private Survey.Result survey(List<Feature> features, Label label) throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), ROWS);
        return Survey.of(replay(file, features, label), path -> path);
    }

    private static Replay replay(Path file, List<Feature> features, Label label) {
        return new Replay(
                List.of(new DataFile(file.toString())),
                List.of(),
                Optional.empty(),
                Duration.ofSeconds(1),
                new Assignment.RoundRobin(),
                Optional.empty(),
                features,
                List.of(),
                label,
                LabelDelay.NONE,
                List.of(),
                List.of(""),
                List.of(),
                Optional.of("get it there"));
    }
}
