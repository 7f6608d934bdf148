package dev.convoy.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.telemetry.Decimals;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DecimalTextTest {
    private final DecimalText text = new DecimalText();

    @Test
    void numbersHaveTheirDecimals() {
        assertEquals("0.57", format(0.57, 2));
        assertEquals("-12.500", format(-12.5, 3));
        assertEquals("-0.05", format(-0.05, 2));
        assertEquals("0", format(0, 0));
        assertEquals("0.0", format(0, 1));
        assertEquals("9007199254740991", format(9007199254740991.0, 0));
    }

    @Test
    void whatHasOtherDecimalsIsLeftToOthers() {
        assertFalse(text.format(0.571, 2));
        assertFalse(text.format(-0.0, 2));
        assertFalse(text.format(1e300, 2));
        assertFalse(text.format(Double.NaN, 2));
        assertFalse(text.format(Double.NEGATIVE_INFINITY, 2));
        assertFalse(text.format(Math.nextUp(0.57), 2));
    }

    @Test
    void everyRoundedNumberIsWrittenAndBothParsersReadItBack() {
        for (long seed = 0; seed < 200_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int decimals = random.nextInt(10);
            double magnitude = 1e15 / StrictMath.pow(10, decimals + random.nextInt(12));
            double value = Decimals.round(random.nextDouble(-magnitude, magnitude), decimals);

            assertTrue(text.format(value, decimals), "seed " + seed + ": " + value);
            assertEquals(value, Double.parseDouble(written()), "seed " + seed);
            double parsed = DecimalText.parse(text.characters(), 0, text.length());
            assertTrue(Double.isNaN(parsed) || parsed == value, "seed " + seed + ": " + parsed);
        }
    }

    @Test
    void aTextIsReadAsTheNearestDoubleOrNotAtAll() {
        for (long seed = 0; seed < 200_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder drawn = new StringBuilder(random.nextBoolean() ? "-" : "");
            for (int i = random.nextInt(20); i >= 0; i--) {
                drawn.append((char) ('0' + random.nextInt(10)));
            }
            if (random.nextInt(5) > 0) {
                drawn.insert(drawn.length() - random.nextInt(drawn.length()), '.');
            }
            String number = drawn.toString();
            double parsed = DecimalText.parse(number.toCharArray(), 0, number.length());
            assertTrue(
                    Double.isNaN(parsed) || Double.compare(parsed, Double.parseDouble(number)) == 0,
                    number + " read as " + parsed);
        }
        for (String other : new String[] {"", "-", "NaN", "1e5", "1.2.3", "0x1", "1.0000000000"}) {
            assertTrue(Double.isNaN(DecimalText.parse(other.toCharArray(), 0, other.length())), other);
        }
        assertEquals(-0.57, DecimalText.parse("x-0.57y".toCharArray(), 1, 5));
    }

    private String format(double value, int decimals) {
        assertTrue(text.format(value, decimals));
        return written();
    }

    private String written() {
        return new String(text.characters(), 0, text.length());
    }
}
