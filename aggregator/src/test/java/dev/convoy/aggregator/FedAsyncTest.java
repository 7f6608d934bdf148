package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.parameters;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.learning.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FedAsyncTest {
    @Test
    void aStaleUpdateIsMixedWithTheCurrentModelByAlphaTimesItsStalenessWeight() {
        Stage stage = new Stage(aggregator(config(new FedAsync(0.5), Weighting.EXAMPLES, 1), Parameters.of(0), 3));

        stage.arrive(1, parameters(1, 1, 0, 7, 8));
        assertEquals(Parameters.of(4), stage.newest().parameters());
        stage.arrive(2, parameters(1, 2, 1, 7, 6));
        assertEquals(Parameters.of(5), stage.newest().parameters());
        stage.arrive(3, parameters(1, 3, 2, 7, 6));
        assertEquals(Parameters.of(5.5f), stage.newest().parameters());
        stage.arrive(4, parameters(2, 1, 0, 7, 9.5f));

        // three versions late: (1 + 3)^-0.5 = 1/2, so the mix is 3/4 of 5.5 and 1/4 of 9.5
        assertEquals(OptionalDouble.of(0.25), stage.lastFate().weight());
        assertEquals(Parameters.of(6.5f), stage.newest().parameters());
    }

    @Test
    void aBufferIsRefusedBecauseEveryUpdateIsMixedInAsItArrives() {
        Optional<Duration> deadline = Optional.of(Duration.ofMinutes(1));
        FedAsync strategy = FedAsync.standard();

        assertDoesNotThrow(() -> strategy.requireFits(new Trigger(Optional.of(1), deadline)));
        assertRefused(strategy, new Trigger(Optional.of(2), deadline), "must be 1, because");
        assertRefused(strategy, new Trigger(Optional.empty(), deadline), ": none");
    }

    @Test
    void anAlphaThatIsNoShareIsRefused() {
        for (double alpha : List.of(0.0, -0.5, 1.01, Double.NaN)) {
            assertThrows(IllegalArgumentException.class, () -> new FedAsync(alpha), "" + alpha);
        }
    }

    private static void assertRefused(Strategy strategy, Trigger trigger, String words) {
        AggregatorConfig config = Fixtures.triggered(Fixtures.config(strategy, Weighting.EQUAL, 1), trigger);
        String message = assertThrows(IllegalArgumentException.class, () -> config.requireFits(4))
                .getMessage();
        assertTrue(message.contains(words), message);
    }
}
