package dev.convoy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DriveCycleTest {
    /** The EPA states 7.45, 10.26 and 8.01 miles. */
    @Test
    void theCyclesAreAsLongAsTheEpaSays() {
        assertEquals(7.45 * 1.609344, DriveCycle.udds().kilometres(), 0.02);
        assertEquals(1369, DriveCycle.udds().seconds());
        assertEquals(10.26 * 1.609344, DriveCycle.hwfet().kilometres(), 0.02);
        assertEquals(765, DriveCycle.hwfet().seconds());
        assertEquals(8.01 * 1.609344, DriveCycle.us06().kilometres(), 0.02);
        assertEquals(600, DriveCycle.us06().seconds());
    }

    @Test
    void speedingUpCountsRisesOnly() {
        DriveCycle cycle = DriveCycle.of("tooth", 0, 10, 5, 10, 0);

        assertEquals((100 + 75) / 2.0, cycle.risesPerKg(0, 4), 1e-12);
        assertEquals(5 + 7.5 + 7.5 + 5, cycle.metres(0, 4), 1e-12);
    }

    @Test
    void aNegativeSpeedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DriveCycle.of("back", 0, -1));
    }
}
