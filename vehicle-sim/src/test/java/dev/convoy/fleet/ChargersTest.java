package dev.convoy.fleet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChargersTest {
    private static final long HALF_A_DAY = 12 * 3_600_000L;

    private final Chargers two = new Chargers(1, 0, 2);

    @Test
    void aFreeChargerIsThereAtOnce() {
        assertEquals(OptionalLong.of(1_000), two.take(1_000));
        assertEquals(OptionalLong.of(1_001), two.take(1_001));
        assertEquals(OptionalLong.empty(), two.take(1_002));
    }

    @Test
    void whoCameFirstIsServedFirstAndFromTheInstantAChargerIsFree() {
        fill();
        two.queue("v-9");
        two.queue("v-1");
        assertEquals(OptionalLong.empty(), two.turn("v-9", 5_000));

        two.release(7_000);

        assertEquals(OptionalLong.empty(), two.turn("v-1", 8_000));
        assertEquals(OptionalLong.of(7_000), two.turn("v-9", 6_000));
        assertEquals(1, two.waiting());
    }

    @Test
    void nobodyOvertakesTheQueue() {
        fill();
        two.queue("v-9");
        two.release(7_000);

        assertEquals(OptionalLong.empty(), two.take(7_500));
        assertEquals(OptionalLong.of(8_000), two.turn("v-9", 8_000));
    }

    @Test
    void whoGivesUpLeavesHisTurnToTheNext() {
        fill();
        two.queue("v-9");
        two.queue("v-1");
        two.release(7_000);

        two.giveUp("v-9");

        assertEquals(OptionalLong.of(7_500), two.turn("v-1", 7_500));
        assertEquals(OptionalLong.empty(), two.turn("v-9", 7_500));
    }

    @Test
    void theQueueIsRestoredFromItsSnapshot() throws IOException {
        fill();
        two.queue("v-9");
        two.queue("v-1");
        two.queue("v-5");
        two.release(7_000);
        byte[] snapshot = bytes(two);

        Chargers restored = new Chargers(1, 0, 2);
        restored.read(new DataInputStream(new ByteArrayInputStream(snapshot)));

        assertArrayEquals(snapshot, bytes(restored));
        assertEquals(OptionalLong.of(7_000), restored.turn("v-9", 0));
        restored.release(9_000);
        assertEquals(OptionalLong.empty(), restored.turn("v-5", 9_500));
        assertEquals(OptionalLong.of(9_500), restored.turn("v-1", 9_500));
    }

    @Test
    void ofFiftyChargersOneIsOutOfServiceOnAverage() {
        int periods = 400;
        int count = 50;
        int broken = 0;
        for (int period = 0; period < periods; period++) {
            Chargers chargers = new Chargers(3, 0, count);
            int working = 0;
            while (chargers.take(period * HALF_A_DAY + 1).isPresent()) {
                working++;
            }
            broken += count - working;
        }

        assertTrue(Math.abs(broken / (double) periods - 1) < 0.2, broken + " in " + periods + " periods");
    }

    private void fill() {
        while (two.take(1_000).isPresent()) {
            // the next one
        }
    }

    private static byte[] bytes(Chargers chargers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        chargers.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
