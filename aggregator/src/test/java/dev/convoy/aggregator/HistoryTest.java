package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.parameters;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.learning.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void theDistanceIsTheWayOfTheModelInLengthsOfTheUpdate() {
        History history = new History(Parameters.of(0, 0), 2);
        history.add(Parameters.of(1, 1));
        history.add(Parameters.of(3, 4));

        assertEquals(5 / 13.0, history.distance(delta(1, 1, 0, 1, 5, 12)), 1e-15);
        assertEquals(Math.sqrt(13) / 2, history.distance(parameters(1, 1, 1, 1, 1, 3)), 1e-15);
        assertEquals(0, history.distance(delta(1, 1, 2, 1, 0, 0)));
        assertEquals(Double.POSITIVE_INFINITY, history.distance(delta(1, 1, 1, 1, 0, 0)));
    }

    @Test
    void aStaleUpdateCountsByTheDistanceAlsoAfterARestart() {
        AggregatorConfig config = byDistance("4");
        Stage stage = new Stage(aggregator(config, Parameters.of(0), 2));

        stage.arrive(1, delta(1, 1, 0, 1, 2)).arrive(2, delta(1, 2, 1, 1, 4));
        assertEquals(Parameters.of(6), stage.newest().parameters());
        stage.restoreInto(aggregator(config, Parameters.of(0), 2));
        stage.arrive(3, delta(2, 1, 0, 1, 2));

        // the model has come 6, three times the update's 2: it counts 1 / (3 + 1)
        assertEquals(OptionalDouble.of(0.25), stage.lastFate().weight());
        assertEquals(Parameters.of(6.5f), stage.newest().parameters());
    }

    @Test
    void versionsBeyondTheLimitAreNotKept() throws IOException {
        for (int reach : List.of(0, 3)) {
            History history = new History(Parameters.of(0), reach);
            for (int version = 1; version <= 20; version++) {
                history.add(Parameters.of(version));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            history.snapshot(new DataOutputStream(bytes));

            // how many there are, then of each its number, its size and its one parameter
            int each = Long.BYTES + Integer.BYTES + Float.BYTES;
            assertEquals(Integer.BYTES + (reach + 1) * each, bytes.size());
            assertEquals(reach / 2.0, history.distance(delta(1, 1, 20 - reach, 1, 2)));
        }
    }

    private static AggregatorConfig byDistance(String limit) {
        return new AggregatorConfig(
                new FedBuff(1),
                Weighting.EQUAL,
                new Trigger(Optional.of(1), Fixtures.NO_DEADLINE),
                new StalenessPolicy(
                        StalenessLimit.parse(limit), Beyond.Reject.standard(), StalenessWeight.Distance.standard()),
                ServerOptimiser.None.standard(),
                Optional.<Slots>empty(),
                Optional.<CentralTraining>empty());
    }
}
