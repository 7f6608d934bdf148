package dev.convoy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The targets of the fleet, from the trips themselves where they are at hand. */
class OutsideFiguresTest {
    private static final Path TRIPS = Path.of("../../shared/data/volkswagen_e_golf.csv");
    private static final int DATE = 4;
    private static final int CONSUMPTION = 13;

    @Test
    void theTripsOfTheEGolfsVaryAndFollowTheSeasonsAsStated() throws IOException {
        assumeTrue(Files.exists(TRIPS));
        List<String[]> trips = Files.readAllLines(TRIPS).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[CONSUMPTION].isBlank())
                .toList();

        double mean = mean(trips, "");
        double variance = trips.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[CONSUMPTION]) - mean)
                .map(x -> x * x)
                .average()
                .orElseThrow();
        assertEquals(0.28, Math.sqrt(variance) / mean, 0.03);
        assertEquals(1.33, mean(trips, "01") / mean(trips, "07"), 0.03);
    }

    private static double mean(List<String[]> trips, String month) {
        return trips.stream()
                .filter(cells -> month.isEmpty() || cells[DATE].substring(3, 5).equals(month))
                .mapToDouble(cells -> Double.parseDouble(cells[CONSUMPTION]))
                .average()
                .orElseThrow();
    }
}
