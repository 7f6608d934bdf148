package dev.convoy.experiments.config.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.runtime.RandomStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void everyUnitAndTheirSumsAreRead() {
        assertEquals(Optional.of(Duration.ofMillis(80)), Durations.parse("80ms"));
        assertEquals(Optional.of(Duration.ofMinutes(90)), Durations.parse("1h30m"));
        assertEquals(Optional.of(Duration.ofHours(72)), Durations.parse("3d"));
        assertEquals(Optional.of(Duration.ZERO), Durations.parse("0s"));
        assertEquals(Optional.of(Duration.ofMillis(93784005)), Durations.parse("1d2h3m4s5ms"));
    }

    @Test
    void whatIsNoDurationIsNotRead() {
        for (String text :
                List.of("", "15", "m", "-5m", "1.5h", "5 m", "30m1h", "5min", "5M", "3651d", "99999999999999h")) {
            assertEquals(Optional.empty(), Durations.parse(text), text);
        }
    }

    @Test
    void theShortestExactFormIsWritten() {
        assertEquals("3d", Durations.write(Duration.ofHours(72)));
        assertEquals("36h", Durations.write(Duration.ofHours(36)));
        assertEquals("90m", Durations.write(Duration.ofMinutes(90)));
        assertEquals("80ms", Durations.write(Duration.ofMillis(80)));
        assertEquals("1d1ms", Durations.write(Duration.ofDays(1).plusMillis(1)));
        assertEquals("0s", Durations.write(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Durations.write(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> Durations.write(Duration.ofNanos(1)));
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() {
        RandomGenerator random = RandomStream.named(1, "durations");
        for (int i = 0; i < 10_000; i++) {
            Duration duration = Duration.ofMillis(random.nextLong(1L << random.nextInt(1, 38)));
            assertEquals(Optional.of(duration), Durations.parse(Durations.write(duration)), duration.toString());
        }
    }

    @Test
    void messagesShowDurationsAsFilesHaveThem() {
        assertEquals(
                "at-latest must be at least 1 ms: 0s, not 90m",
                Durations.readable("at-latest must be at least 1 ms: PT0S, not PT1H30M"));
    }
}
