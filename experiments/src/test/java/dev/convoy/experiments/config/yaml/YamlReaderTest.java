package dev.convoy.experiments.config.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void everyValueKnowsItsLine() {
        YamlNode root = read("a: 1\nb:\n  - x\n  - {c: y}\n").orElseThrow();

        YamlNode list = root.mapping().orElseThrow().entry("b").orElseThrow().value();
        YamlNode.Mapping inner =
                list.sequence().orElseThrow().items().get(1).mapping().orElseThrow();
        assertEquals("f.yaml:4", inner.entry("c").orElseThrow().value().place().toString());
    }

    @Test
    void nothingAtAllReadsAsNothing() {
        assertTrue(read("").orElseThrow().isNothing());
        assertTrue(read("# only a comment\n").orElseThrow().isNothing());
    }

    @Test
    void quotesTellTextFromNothing() {
        assertTrue(read("null").orElseThrow().isNothing());
        assertTrue(read("~").orElseThrow().isNothing());
        assertEquals(false, read("\"null\"").orElseThrow().isNothing());
    }

    @Test
    void whatIsNoYamlIsShownByLineAndColumn() {
        assertEquals(
                List.of("f.yaml:3: not valid YAML at column 1: expected ',' or ']', but got <stream end>"),
                mistakes("a: [1,\nb c: 2\n"));
        assertEquals(
                List.of("f.yaml:2: not valid YAML at column 1: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)"),
                mistakes("a:\n\tb: 1\n"));
    }

    @Test
    void aKeyGivenTwiceIsShownWithItsFirstLine() {
        assertEquals(List.of("f.yaml:3: key 'a' is given twice, first on line 1"), mistakes("a: 1\nb: 2\na: 3\n"));
    }

    @Test
    void tagsAreRefusedAndTheRestIsStillRead() {
        assertEquals(
                List.of(
                        "f.yaml:1: tags are not read here: !!java.net.URL",
                        "f.yaml:2: tags are not read here: tag:yaml.org,2002:int",
                        "f.yaml:4: key 'b' is given twice, first on line 3"),
                mistakes("a: !<!!java.net.URL> [x]\nc: !!int 5\nb: 1\nb: 2\n"));
    }

    @Test
    void keysAreWords() {
        assertEquals(List.of("f.yaml:1: a key must be a word, found a list"), mistakes("? [a, b]\n: 1\n"));
        assertEquals(List.of("f.yaml:1: a key must be a word, found nothing"), mistakes("~: 1\n"));
    }

    @Test
    void oneDocumentIsRead() {
        assertEquals(List.of("f.yaml:2: a second document begins here; one is read"), mistakes("a: 1\n---\nb: 2\n"));
    }

    @Test
    void anAliasIsWhatItNames() {
        YamlNode root = read("a: &x {k: 1}\nb: *x\n").orElseThrow();

        YamlNode alias = root.mapping().orElseThrow().entry("b").orElseThrow().value();
        assertEquals("{k: 1}", YamlWriter.flow(alias));
    }

    @Test
    void anAliasToItselfIsRefused() {
        assertEquals(List.of("f.yaml:1: alias *x names nothing that is complete here"), mistakes("a: &x [*x]\n"));
    }

    @Test
    void aliasesThatMultiplyAreBounded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", List.of(alias, alias, alias, alias, alias))
                    + ", " + alias + ", " + alias + "]\n");
        }
        assertEquals(
                List.of("f.yaml:5: more than 20000 values, with aliases counted each time"), mistakes(bomb.toString()));
    }

    @Test
    void depthAndLengthAreBounded() {
        assertEquals(List.of("f.yaml:1: nested deeper than 32 levels"), mistakes("[".repeat(5000)));
        assertEquals(
                List.of("f.yaml: longer than 262144 characters"), mistakes("a: " + "x".repeat(YamlReader.LONGEST)));
    }

    private static Optional<YamlNode> read(String text) {
        Mistakes mistakes = new Mistakes();
        Optional<YamlNode> root = YamlReader.readFile("f.yaml", text, mistakes);
        mistakes.throwIfAny();
        return root;
    }

    private static List<String> mistakes(String text) {
        Mistakes mistakes = new Mistakes();
        YamlReader.readFile("f.yaml", text, mistakes);
        return mistakes.sorted().stream().map(Mistake::toString).toList();
    }
}
