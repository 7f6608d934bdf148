package dev.convoy.experiments.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.runtime.RandomStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void numbersHaveFixedDecimals() {
        assertEquals("0.000", Cells.seconds(0));
        assertEquals("259200.007", Cells.seconds(259_200_007));
        assertEquals("-0.500", Cells.seconds(-500));
        assertEquals("0.000000", Cells.fixed(-0.0, 6));
        assertEquals("-0.250000", Cells.fixed(-0.25, 6));
        assertEquals("1.00", Cells.fixed(0.995, 2));
        assertEquals("123456789012.500000000", Cells.fixed(123_456_789_012.5, 9));
        assertEquals("NaN", Cells.fixed(Double.NaN, 6));
    }

    @Test
    void aRoundedNumberIsWrittenAsItIs() {
        RandomGenerator random = RandomStream.named(1, "cells");
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-2_000_000_000L, 2_000_000_000L);
            double value = micros / 1e6;
            String expected = new BigDecimal(micros)
                    .movePointLeft(6)
                    .setScale(6, RoundingMode.UNNECESSARY)
                    .toPlainString();
            assertEquals(expected, Cells.fixed(value, 6));
        }
    }
}
