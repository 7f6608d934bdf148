package dev.convoy.experiments.config.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.experiments.config.yaml.Mistake;
import dev.convoy.experiments.config.yaml.Mistakes;
import dev.convoy.experiments.config.yaml.YamlNode;
import dev.convoy.experiments.config.yaml.YamlReader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinderTest {
    private static final Binder<Top> BINDER = Binder.of(Top.class);

    @Test
    void nothingWrittenIsTheStandard() {
        assertEquals(Top.standard(), bind(""));
        assertEquals(Top.standard(), bind("{}"));
    }

    @Test
    void everyTypeIsRead() {
        Top top = bind("""
                whole: -3
                large: 9000000000
                share: 12.5%
                flag: false
                text: two words
                pause: 1h30m
                start: 2024-02-29T12:30
                colour: dark-blue
                maybe: 4
                numbers: [1, 2.5, 1e-3]
                limits: {node-2: {low: 1, high: 2}}
                pair: {low: 3}
                pet: {kind: parrot, words: 7}
                id: id-12
                of: [{low: 0, high: 9}]
                inner: 5
                for: 2m
                """);

        assertEquals(
                new Top(
                        -3,
                        9_000_000_000L,
                        0.125,
                        false,
                        "two words",
                        Duration.ofMinutes(90),
                        LocalDateTime.of(2024, 2, 29, 12, 30),
                        Colour.DARK_BLUE,
                        Optional.of(4),
                        List.of(1.0, 2.5, 0.001),
                        Map.of("node-2", new Pair(1, 2)),
                        new Pair(3, 10),
                        new Pet.Parrot(7),
                        new Id(12),
                        List.of(new Pair(0, 9)),
                        new Inlined(5, 8),
                        Duration.ofMinutes(2)),
                top);
    }

    @Test
    void aMappingIsLaidOverTheDefault() {
        assertEquals(new Pair(1, 7), bind("pair: {high: 7}").pair());
        assertEquals(Top.standard().share(), bind("pair: {high: 7}").share(), 0);
    }

    @Test
    void aKindKeepsTheDefaultsSettingsAndAnotherKindHasItsOwn() {
        assertEquals(new Pet.Parrot(3), bind("pet: {words: 3}").pet());
        assertEquals(new Pet.Cat(9, true), bind("pet: cat").pet());
        assertEquals(new Pet.Cat(2, true), bind("pet: {kind: cat, lives: 2}").pet());
    }

    @Test
    void noneIsTheAbsenceOfAValue() {
        assertEquals(Optional.empty(), bind("maybe: none").maybe());
        assertEquals("none", bind("text: none").text());
        assertEquals(
                List.of("f:1: maybe: expected a whole number such as 104, found 'none'"), mistakes("maybe: \"none\""));
    }

    @Test
    void percentAreExact() {
        assertEquals(0.1, bind("share: 10%").share(), 0);
        assertEquals(0.07, bind("share: 7%").share(), 0);
        assertEquals(0, Double.compare(0.0, bind("share: -0").share()), "no negative zero");
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        Top top = bind("{pet: cat, maybe: 3, text: none, limits: {a b: {low: 1, high: 2}}, id: id-4, for: 1d}");

        assertEquals(top, bind(BINDER.write(top)));
    }

    @Test
    void allValuesOfTheWrongTypeAreReportedAtOnceWithAnExample() {
        assertEquals(
                List.of(
                        "f:1: whole: expected a whole number such as 104, found '1.5'",
                        "f:2: large: expected a whole number such as 7, found '99999999999999999999'",
                        "f:3: share: expected a number such as 0.5 or 10%, found 'much'",
                        "f:4: flag: expected true or false, found 'yes'",
                        "f:5: text: expected a word or text, found a list",
                        "f:6: pause: expected a duration such as 80ms, 30s, 15m, 1h30m or 3d, found '90'",
                        "f:7: start: expected a date and time such as 2023-01-10T06:00, found '2023-13-01T00:00'",
                        "f:8: colour: expected one of red, dark-blue, found 'darkblue'; did you mean 'dark-blue'?",
                        "f:9: maybe: expected a whole number such as 104, or none, found nothing",
                        "f:10: numbers: expected a list in brackets or a .csv file, each a number such as 0.5 or 10%, found '3'",
                        "f:11: limits: expected a mapping, found a list",
                        "f:12: pair: expected a mapping with keys such as low, found '3'",
                        "f:13: pet: expected a kind, one of cat, parrot, found a list",
                        "f:14: id: an id is written id-7: seven"),
                mistakes("""
                        whole: 1.5
                        large: 99999999999999999999
                        share: much
                        flag: yes
                        text: [a]
                        pause: 90
                        start: 2023-13-01T00:00
                        colour: darkblue
                        maybe:
                        numbers: 3
                        limits: []
                        pair: 3
                        pet: [cat]
                        id: seven
                        """));
    }

    @Test
    void anItemOfAListIsNamedByItsIndex() {
        assertEquals(
                List.of("f:1: numbers.1: expected a number such as 0.5 or 10%, found 'x'"),
                mistakes("numbers: [1, x]"));
    }

    @Test
    void anUnknownKeyComesWithTheNearestOneOrAllOfThem() {
        assertEquals(
                List.of(
                        "f:1: unknown key 'hihg' in pair; did you mean 'high'?",
                        "f:2: unknown key 'elephant'; valid keys: whole, large, share, flag, text, pause, start, colour,"
                                + " maybe, numbers, limits, pair, pet, id, of, inner, other, for"),
                mistakes("pair: {hihg: 2}\nelephant: 1\n"));
    }

    @Test
    void aKeyThatBelongsElsewhereIsSentThere() {
        assertEquals(List.of("f:1: unknown key 'flag' in pair; it belongs at the top"), mistakes("pair: {flag: true}"));
        assertEquals(List.of("f:1: unknown key 'lives'; it belongs in pet"), mistakes("lives: 3"));
    }

    @Test
    void kindsAreCheckedWithTheirKeys() {
        assertEquals(List.of("f:1: pet: there is no kind 'catt'; did you mean 'cat'?"), mistakes("pet: catt"));
        assertEquals(List.of("f:1: pet: there is no kind 'dog'; kinds: cat, parrot"), mistakes("pet: {kind: dog}"));
        assertEquals(
                List.of("f:1: key 'words' in pet belongs to the kind parrot, but the kind is cat"),
                mistakes("pet: {kind: cat, words: 2}"));
        assertEquals(
                List.of("f:1: unknown key 'livs' in pet; did you mean 'lives'?"),
                mistakes("pet: {kind: cat, livs: 2}"));
    }

    @Test
    void whatHasNoDefaultMustBeGiven() {
        assertEquals(
                List.of("f:2: key 'high' is missing in of.0; write a whole number such as 104"),
                mistakes("of:\n  - {low: 3}\n"));
    }

    @Test
    void aConstructorsObjectionIsShownWhereItsCauseWasWritten() {
        assertEquals(List.of("f:3: pair: low must be at most the high of 10: 20"), mistakes("pair:\n\n  low: 20\n"));
        assertEquals(List.of("f:2: pair: low must be at most the high of -5: 1"), mistakes("pair:\n  high: -5\n"));
        assertEquals(
                List.of("f:2: pair: low must be at most the high of 3: 4"), mistakes("pair:\n  low: 4\n  high: 3\n"));
    }

    @Test
    void severalObjectionsOfOneConstructorAreAllShown() {
        assertEquals(
                List.of("f:1: share must be in [0, 1]: 3.0", "f:2: pause must be longer than 0: 0s"),
                mistakes("share: 3\npause: 0s\n"));
    }

    @Test
    void anObjectionThatFollowsFromAnUnreadableValueIsSilent() {
        assertEquals(
                List.of("f:1: pair.high: expected a whole number such as 104, found 'x'"),
                mistakes("pair: {high: x, low: 20}"));
    }

    @Test
    void conflictsAreAllShownEachAtTheFirstKeyThatWasWritten() {
        assertEquals(
                List.of("f:2: red needs a whole of 3: 4", "f:3: a cat needs a flag"),
                mistakes("colour: red\nwhole: 4\nflag: false\npet: cat\n"));
    }

    @Test
    void settingsAreLaidOverTheFile() {
        assertEquals(new Pair(2, 7), bind("pair: {high: 7}", "pair.low=2").pair());
        assertEquals(new Pair(2, 10), bind("", "pair.low=2").pair());
        assertEquals(List.of(1.0, 5.0), bind("numbers: [1, 2]", "numbers.1=5").numbers());
        assertEquals(
                Map.of("x", new Pair(1, 2)),
                bind("", "limits.x={low: 1, high: 2}").limits());
        assertEquals(8, bind("large: 3", "large=5", "large=8").large());
        assertEquals(new Pet.Cat(3, true), bind("pet: cat", "pet.lives=3").pet());
    }

    @Test
    void mistakesOfSettingsAreNamedByTheOption() {
        assertEquals(
                List.of("--set pair.hihg=1: unknown key 'hihg' in pair; did you mean 'high'?"),
                mistakes("pair: {low: 1}", "pair.hihg=1"));
        assertEquals(
                List.of("--set whole=x: whole: expected a whole number such as 104, found 'x'"),
                mistakes("", "whole=x"));
        assertEquals(List.of("--set whole: expected key.path=value, such as nodes.count=4"), mistakes("", "whole"));
        assertEquals(
                List.of("--set pair..low=3: expected keys with dots between them, such as aggregator.strategy, found"
                        + " 'pair..low'"),
                mistakes("", "pair..low=3"));
        assertEquals(
                List.of("--set whole.x=1: whole is '3' and has no keys; set it as a whole"),
                mistakes("whole: 3", "whole.x=1"));
        assertEquals(
                List.of("--set numbers.2=1: numbers is a list, whose items are 0 to 1, found '2'"),
                mistakes("numbers: [1, 2]", "numbers.2=1"));
        assertEquals(
                List.of("--set numbers=[1: not valid YAML at column 3: expected ',' or ']', but got <stream end>"),
                mistakes("", "numbers=[1"));
    }

    @Test
    void aSettingsConstructorObjectionIsNamedByTheOption() {
        assertEquals(
                List.of("--set pair.low=20: pair: low must be at most the high of 10: 20"),
                mistakes("pair: {high: 10}", "pair.low=20"));
    }

    private static Top bind(String text, String... settings) {
        Mistakes mistakes = new Mistakes();
        Optional<Top> top = bind(text, mistakes, settings);
        mistakes.throwIfAny();
        return top.orElseThrow();
    }

    private static List<String> mistakes(String text, String... settings) {
        Mistakes mistakes = new Mistakes();
        bind(text, mistakes, settings);
        return mistakes.sorted().stream().map(Mistake::toString).toList();
    }

    private static Optional<Top> bind(String text, Mistakes mistakes, String... settings) {
        YamlNode root = YamlReader.readFile("f", text, mistakes).orElseThrow();
        for (String option : settings) {
            Optional<Setting> setting = Setting.parse(option, mistakes);
            if (setting.isPresent()) {
                root = BINDER.overlay(root, setting.get(), mistakes);
            }
        }
        return BINDER.bind(root, mistakes);
    }

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Top(
            int whole,
            long large,
            double share,
            boolean flag,
            String text,
            Duration pause,
            LocalDateTime start,
            Colour colour,
            Optional<Integer> maybe,
            List<Double> numbers,
            Map<String, Pair> limits,
            Pair pair,
            Pet pet,
            Id id,
            List<Pair> of,
            @Inline Inlined inlined,
            @Key("for") Duration lasting) {
        Top {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in [0, 1]: " + share);
            }
            if (pause.isZero()) {
                throw new IllegalArgumentException("pause must be longer than 0: " + pause);
            }
            new Conflicts()
                    .require(colour != Colour.RED || whole == 3, "red needs a whole of 3: " + whole, "whole", "colour")
                    .require(flag || !(pet instanceof Pet.Cat), "a cat needs a flag", "flag", "pet")
                    .throwIfAny();
        }

        public static Top standard() {
            return new Top(
                    3,
                    7,
                    0.5,
                    true,
                    "word",
                    Duration.ofMinutes(1),
                    LocalDateTime.of(2023, 1, 10, 6, 0),
                    Colour.RED,
                    Optional.of(1),
                    List.of(),
                    Map.of(),
                    new Pair(1, 10),
                    Pet.Parrot.standard(),
                    new Id(1),
                    List.of(),
                    new Inlined(7, 8),
                    Duration.ofSeconds(1));
        }
    }

    record Pair(int low, int high) {
        Pair {
            if (low > high) {
                throw new IllegalArgumentException("low must be at most the high of " + high + ": " + low);
            }
        }
    }

    record Inlined(int inner, int other) {}

    record Id(int number) {
        public static Id parse(String text) {
            if (!text.matches("id-[0-9]{1,3}")) {
                throw new IllegalArgumentException("an id is written id-7: " + text);
            }
            return new Id(Integer.parseInt(text.substring(3)));
        }

        @Override
        public String toString() {
            return "id-" + number;
        }
    }

    sealed interface Pet {
        record Cat(int lives, boolean proud) implements Pet {
            public static Cat standard() {
                return new Cat(9, true);
            }
        }

        record Parrot(int words) implements Pet {
            public static Parrot standard() {
                return new Parrot(50);
            }
        }
    }
}
