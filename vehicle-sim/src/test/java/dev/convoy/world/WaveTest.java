package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.runtime.RandomStream;
import org.junit.jupiter.api.Test;

class WaveTest {
    @Test
    void theTableIsTheSineItself() {
        RandomStream chance = RandomStream.named(1, "turns");
        for (int i = 0; i < 10_000; i++) {
            double turns = chance.nextDouble(-50, 50);
            assertEquals(StrictMath.sin(2 * Math.PI * turns), Wave.sine(turns), 4e-7, "turns " + turns);
            assertEquals(StrictMath.cos(2 * Math.PI * turns), Wave.cosine(turns), 4e-7, "turns " + turns);
        }
    }

    @Test
    void aWholeTurnChangesNothing() {
        assertEquals(0, Wave.sine(-1e-20), 1e-9);
        assertEquals(0, Wave.sine(1), 1e-9);
        assertEquals(1, Wave.sine(0.25), 1e-9);
        assertEquals(1, Wave.cosine(-3), 1e-9);
    }
}
