package dev.convoy.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedPatternTest {
    @ParameterizedTest
    @CsvSource({"5, 1", "5, 4", "8.75, 1.42", "12, 1", "16, 0.5", "22, 0.8", "30, 0.05"})
    void theWayBetweenTwoStopsTakesTheTimeThatTheMeanSpeedSays(double meanMps, double stopsPerKm) {
        SpeedPattern pattern = SpeedPattern.of(meanMps, stopsPerKm);

        double changing = (pattern.cruiseMps() + pattern.lowMps()) / 2 * (pattern.accelerateS() + pattern.brakeS());
        double metres = pattern.cruiseMps() * pattern.cruiseS() + changing;

        assertEquals(1000 / stopsPerKm, metres, 1e-6);
        assertEquals(1000 / stopsPerKm / meanMps, pattern.seconds(), 1e-6);
    }

    @Test
    void theMoreStopsTheFasterACarMustGoBetweenThem() {
        double before = 8.75;
        for (double stops = 0.1; stops < 2; stops += 0.1) {
            double cruise = SpeedPattern.of(8.75, stops).cruiseMps();
            assertTrue(cruise > before, "at " + stops + " stops per km: " + cruise);
            before = cruise;
        }
    }

    @Test
    void withoutStopsSpeedIsAsTheMean() {
        SpeedPattern pattern = SpeedPattern.of(20, 0);

        assertEquals(20, pattern.cruiseMps());
        assertEquals(0, pattern.kineticPerKgM());
    }

    @Test
    void impossiblyManyStopsAreDrivenAsFastAsCarsSpeedUp() {
        SpeedPattern pattern = SpeedPattern.of(8.75, 20);

        assertEquals(0, pattern.cruiseS(), 1e-9);
        assertTrue(pattern.cruiseMps() < 8, "top speed " + pattern.cruiseMps());
    }

    @Test
    void nothingJumpsWhereStopsBecomeTooMany() {
        double before = SpeedPattern.of(8.75, 1).kineticPerKgM();
        for (double stops = 1; stops < 4; stops += 0.001) {
            double kinetic = SpeedPattern.of(8.75, stops).kineticPerKgM();
            assertEquals(before, kinetic, 0.05 * kinetic, "at " + stops + " stops per km");
            before = kinetic;
        }
    }
}
