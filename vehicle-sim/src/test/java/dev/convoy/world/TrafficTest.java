package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final long HOUR = 3_600_000;
    /** A Tuesday at six. */
    private final Calendar calendar = new Calendar(LocalDateTime.of(2023, 1, 10, 6, 0));

    private final Traffic traffic = new Traffic(calendar, Drifts.NONE, 4);

    @Test
    void theRushHourIsFullerThanTheNight() {
        assertTrue(traffic.typicalOver(0, 150, 2 * HOUR) > 2 * traffic.typicalOver(0, 150, 21 * HOUR));
    }

    @Test
    void theWeekendIsQuieterThanTheWeek() {
        long saturday = 4 * 24 * HOUR;

        assertTrue(calendar.weekend(saturday));
        assertTrue(traffic.typicalOver(0, 150, saturday + 2 * HOUR) < traffic.typicalOver(0, 150, 2 * HOUR));
    }

    @Test
    void whatIsTypicalIsTheMeanOfWhatHappens() {
        double sum = 0;
        int count = 0;
        for (int day = 0; day < 200; day++) {
            // only Tuesdays, at the same hour
            for (double km = 150.5; km < 270; km++) {
                sum += traffic.congestionAt(km, day * 7 * 24 * HOUR + 11 * HOUR);
                count++;
            }
        }

        assertEquals(traffic.typicalOver(150, 270, 11 * HOUR), sum / count, 0.01);
    }

    @Test
    void aCalendarKnowsTheHourAndTheDay() {
        assertEquals(6, calendar.hourOfDay(0));
        assertEquals(0.5, calendar.hourOfDay(18 * HOUR + HOUR / 2));
        assertEquals(10.25, calendar.dayOfYear(0));
        assertTrue(calendar.dark(0));
        assertFalse(calendar.dark(6 * HOUR));
        assertFalse(calendar.weekend(0));
    }
}
