package dev.convoy.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class WeatherTest {
    private static final long HOUR = 3_600_000;

    @Test
    void theSameSeedHasTheSameWeather() {
        assertEquals(
                weather(5, 1, List.of()).at(333, 44 * HOUR),
                weather(5, 1, List.of()).at(333, 44 * HOUR));
    }

    @Test
    void anotherSeedHasOtherWeather() {
        assertNotEquals(
                weather(5, 1, List.of()).at(333, 44 * HOUR),
                weather(6, 1, List.of()).at(333, 44 * HOUR));
    }

    @Test
    void nearbyPlacesHaveSimilarWeatherAndDistantOnesLessSo() {
        NoiseField field = new NoiseField(3, "weather/temperature", 220, Duration.ofHours(14));

        assertTrue(correlation(field, 10, 0) > 0.95);
        assertTrue(correlation(field, 0, HOUR) > 0.95);
        assertTrue(Math.abs(correlation(field, 600, 0)) < 0.2);
        assertTrue(Math.abs(correlation(field, 0, 48 * HOUR)) < 0.2);
    }

    @Test
    void aNoiseFieldHasMeanZeroAndVarianceOneEverywhere() {
        NoiseField field = new NoiseField(9, "any", 100, Duration.ofHours(5));

        for (double part : new double[] {0, 0.25, 0.5}) {
            double sum = 0;
            double squares = 0;
            int count = 20_000;
            for (int i = 0; i < count; i++) {
                double value = field.at(100 * (3 * i + part), 5 * HOUR * part);
                sum += value;
                squares += value * value;
            }
            assertEquals(0, sum / count, 0.03, "mean at " + part);
            assertEquals(1, squares / count, 0.05, "variance at " + part);
        }
    }

    @Test
    void julyIsWarmerThanJanuary() {
        assertEquals(1, meanTemperature(weather(1, 1, List.of())), 3);
        assertEquals(21, meanTemperature(weather(1, 7, List.of())), 3);
    }

    @Test
    void aColdFrontLowersTheTemperatureByItsDropAndItStaysLow() {
        ColdFront front = ColdFront.standard();
        Weather with = weather(1, 1, List.of(front));
        Weather without = weather(1, 1, List.of());
        double km = 300;
        long arrives = 36 * HOUR + 5 * HOUR;

        assertEquals(
                without.at(km, arrives).temperatureC(), with.at(km, arrives).temperatureC(), 1e-9);
        assertEquals(-6, difference(with, without, km, arrives + 3 * HOUR / 2), 1e-9);
        assertEquals(-12, difference(with, without, km, arrives + 3 * HOUR), 1e-9);
        assertEquals(-12, difference(with, without, km, arrives + 100 * HOUR), 1e-9);
    }

    @Test
    void aFrontTravelsAlongTheRoad() {
        ColdFront front = ColdFront.standard();

        assertEquals(Duration.ofHours(36), front.onset());
        assertEquals(Duration.ofHours(36 + 3 + 10), front.end(600));
        assertTrue(front.temperatureShift(0, 38 * HOUR) < 0);
        assertEquals(0, front.temperatureShift(600, 38 * HOUR), 1e-9);
        assertEquals(-12, front.temperatureShift(600, 49 * HOUR), 1e-9);
    }

    @Test
    void theWindOfAFrontIsGoneAfterHalfADay() {
        ColdFront front = ColdFront.standard();

        assertEquals(front.wind(), front.headWindShift(0, 39 * HOUR), 1e-9);
        assertEquals(0, front.headWindShift(0, 51 * HOUR), 1e-9);
        assertEquals(front.precipitation() / 2, front.precipitationShift(0, 45 * HOUR), 1e-9);
    }

    @Test
    void aFrontThatDropsNothingIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ColdFront(Duration.ofHours(1), -3, Duration.ofHours(3), 60, 4, 1));

        assertTrue(refusal.getMessage().contains("-3.0"), refusal.getMessage());
    }

    private static double difference(Weather with, Weather without, double km, long timeMs) {
        return with.at(km, timeMs).temperatureC() - without.at(km, timeMs).temperatureC();
    }

    private static double meanTemperature(Weather weather) {
        double sum = 0;
        int count = 0;
        for (long hour = 0; hour < 20 * 24; hour++) {
            for (double km = 0; km < 250; km += 50) {
                sum += weather.at(km, hour * HOUR).temperatureC();
                count++;
            }
        }
        return sum / count;
    }

    private static double correlation(NoiseField field, double km, double ms) {
        DoubleBinaryOperator product = (x, t) -> field.at(x, t) * field.at(x + km, t + ms);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < 100; j++) {
                sum += product.applyAsDouble(i * 171.0, j * 17.0 * HOUR);
                count++;
            }
        }
        return sum / count;
    }

    private static Weather weather(long seed, int month, List<Drift> drift) {
        WorldConfig config = WorldConfig.standard().withDrift(LocalDateTime.of(2023, month, 10, 6, 0), drift);
        return World.of(config, seed).weather();
    }
}
