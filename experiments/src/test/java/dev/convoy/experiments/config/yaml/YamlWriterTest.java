package dev.convoy.experiments.config.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.experiments.config.yaml.YamlNode.Entry;
import dev.convoy.experiments.config.yaml.YamlNode.Mapping;
import dev.convoy.experiments.config.yaml.YamlNode.Scalar;
import dev.convoy.experiments.config.yaml.YamlNode.Sequence;
import dev.convoy.runtime.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class YamlWriterTest {
    private static final Place NOWHERE = Place.of("");
    private static final List<String> TEXTS = List.of(
            "a",
            "600",
            "-3",
            "0.5",
            "10%",
            "2023-01-10T06:00",
            "a.b.c",
            "two words",
            "",
            "-",
            "- x",
            "a: b",
            "#",
            "\"",
            "\\",
            "'",
            "true",
            "[x",
            "*a",
            "&a",
            "!t",
            "%d",
            "@",
            "`",
            "line\nbreak",
            "tab\t",
            "é",
            "😀",
            "null",
            "~",
            "none",
            "{",
            "a,b",
            "?",
            "x #y",
            "\u0085");

    @Test
    void whatHoldsOnlyScalarsAndFitsGoesOnOneLine() {
        Mapping root = mapping("a: {x: 1, y: [1, 2]}\nb: {c: {d: 1}}\nl: [{k: 1, v: 2}, {k: {m: 3}}]\ne: []\n");

        assertEquals("""
                a: {x: 1, y: [1, 2]}
                b:
                  c: {d: 1}
                l:
                  - {k: 1, v: 2}
                  - k: {m: 3}
                e: []
                """, YamlWriter.write(root));
    }

    @Test
    void whatDoesNotFitIsBroken() {
        String word = "w".repeat(50);

        assertEquals(
                "a:\n  - " + word + "\n  - " + word + "\n",
                YamlWriter.write(mapping("a: [" + word + ", " + word + "]")));
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        for (int seed = 0; seed < 500; seed++) {
            Mapping root = randomMapping(RandomStream.named(seed, "yaml"), 0);
            String text = YamlWriter.write(root);
            Mistakes mistakes = new Mistakes();
            YamlNode read = YamlReader.readFile("f", text, mistakes).orElseThrow();
            assertEquals(List.of(), mistakes.sorted(), "seed " + seed + "\n" + text);
            assertEquals(text, YamlWriter.write(read.mapping().orElseThrow()), "seed " + seed);
            assertEquals(YamlWriter.flow(root), YamlWriter.flow(read), "seed " + seed);
        }
    }

    private static Mapping mapping(String text) {
        return YamlReader.readFile("f", text, new Mistakes())
                .orElseThrow()
                .mapping()
                .orElseThrow();
    }

    private static YamlNode random(RandomGenerator random, int depth) {
        int kind = depth > 3 ? 0 : random.nextInt(4);
        if (kind == 1) {
            return randomMapping(random, depth + 1);
        }
        if (kind == 2) {
            List<YamlNode> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(random(random, depth + 1));
            }
            return new Sequence(NOWHERE, items);
        }
        return new Scalar(NOWHERE, TEXTS.get(random.nextInt(TEXTS.size())), random.nextBoolean());
    }

    private static Mapping randomMapping(RandomGenerator random, int depth) {
        List<Entry> entries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            entries.add(Entry.of("k" + i + " é:".substring(0, random.nextInt(4)), random(random, depth)));
        }
        return new Mapping(NOWHERE, entries);
    }
}
