package dev.convoy.experiments.config.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void namesOfJavaAreWrittenInKebabCase() {
        assertEquals("stations-km", Words.kebab("stationsKm"));
        assertEquals("l2", Words.kebab("l2"));
        assertEquals("charge-threshold", Words.kebab("CHARGE_THRESHOLD"));
        assertEquals("equal", Words.kebab("EQUAL"));
        assertEquals("speed-kmh", Words.kebab("speedKmh"));
    }

    @Test
    void theFieldWritesFedAvgAsOneWord() {
        record FedAvg() {}
        record NeuralNetwork() {}
        assertEquals("fedavg", Words.kind(FedAvg.class));
        assertEquals("neural-network", Words.kind(NeuralNetwork.class));
    }

    @Test
    void distanceCountsTheEdits() {
        assertEquals(0, Words.distance("limit", "limit"));
        assertEquals(1, Words.distance("exchange-evry", "exchange-every"));
        assertEquals(1, Words.distance("nmae", "name"));
        assertEquals(5, Words.distance("", "limit"));
    }

    @Test
    void onlyANearWordIsTakenForTheOneThatWasMeant() {
        assertEquals(Optional.of("strategy"), Words.nearest("strategi", List.of("trigger", "strategy")));
        assertEquals(Optional.empty(), Words.nearest("zzz", List.of("at", "seed", "name")));
        assertEquals(Optional.empty(), Words.nearest("x", List.of("at", "by")));
    }
}
