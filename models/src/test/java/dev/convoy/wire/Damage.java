package dev.convoy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** What every wire form must bear: any bytes are either a message or malformed, and nothing else happens. */
final class Damage {
    private static final int SEEDS = 3_000;

    private Damage() {}

    static <M> void assertRoundTrips(Wire<M> wire, LongFunction<M> drawn) throws MalformedException {
        for (long seed = 0; seed < SEEDS; seed++) {
            M message = drawn.apply(seed);
            assertEquals(message, wire.decode(wire.encode(message)), "seed " + seed);
        }
    }

    static <M> void assertRandomBytesAreMalformed(Wire<M> wire) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertThrows(MalformedException.class, () -> wire.decode(bytes), "seed " + seed);
        }
    }

    static <M> void assertEveryBeginningIsMalformed(Wire<M> wire, LongFunction<M> drawn) {
        for (long seed = 0; seed < 50; seed++) {
            byte[] whole = wire.encode(drawn.apply(seed));
            for (int length = 0; length < whole.length; length++) {
                byte[] beginning = Arrays.copyOf(whole, length);
                assertThrows(
                        MalformedException.class,
                        () -> wire.decode(beginning),
                        "seed " + seed + ", " + length + " bytes");
            }
        }
    }

    /** Where a mutated message can still be read, it must be one that can be written and read again. */
    static <M> void assertMutationsAreBorne(Wire<M> wire, LongFunction<M> drawn) throws MalformedException {
        int malformed = 0;
        for (long seed = 0; seed < 5 * SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = wire.encode(drawn.apply(seed));
            byte[] other = wire.encode(drawn.apply(seed + 1));
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes = mutated(bytes, other, random);
            }
            try {
                M message = wire.decode(bytes);
                assertEquals(message, wire.decode(wire.encode(message)), "seed " + seed);
            } catch (MalformedException expected) {
                malformed++;
                assertTrue(expected.getMessage().length() <= 200, "seed " + seed);
            }
        }
        assertTrue(malformed > SEEDS, "too few of the mutations did harm: " + malformed);
    }

    private static byte[] mutated(byte[] bytes, byte[] other, SplittableRandom random) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        byte[] piece;
        int skipped = 0;
        switch (random.nextInt(6)) {
            case 0: // a bit
                byte[] flipped = bytes.clone();
                if (flipped.length > 0) {
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                }
                return flipped;
            case 1: // bytes left out
                piece = new byte[0];
                skipped = random.nextInt(20);
                break;
            case 2: // any bytes in between
                piece = new byte[random.nextInt(20)];
                random.nextBytes(piece);
                break;
            case 3: // something that means something
                piece = WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
                skipped = random.nextInt(4);
                break;
            case 4: // a piece of another message
                int from = random.nextInt(other.length);
                piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(100)));
                skipped = random.nextInt(100);
                break;
            default: // cut off
                return Arrays.copyOf(bytes, at);
        }
        int rest = Math.min(bytes.length, at + skipped);
        byte[] result = Arrays.copyOf(bytes, at + piece.length + bytes.length - rest);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(bytes, rest, result, at + piece.length, bytes.length - rest);
        return result;
    }

    private static final String[] WORDS = {
        "NaN",
        "-Infinity",
        "1e999",
        "-1",
        "null",
        "{}",
        "[]",
        "[",
        "{",
        "}",
        "]",
        "\"",
        "\\",
        "\\ud800",
        ",",
        ":",
        "true",
        "9223372036854775808",
        "0.1",
        "-0",
        "1e-400",
        "\u0000",
        "\ufeff",
        "node-0",
        "node-9999999",
        "\"\"",
        "\"leg\":3,",
        "\"type\":\"outcome\",",
        "\"label\":-1,",
        "-0.0",
        "1e308"
    };
}
