package dev.convoy.aggregator;

import static dev.convoy.aggregator.Fixtures.aggregator;
import static dev.convoy.aggregator.Fixtures.config;
import static dev.convoy.aggregator.Fixtures.delta;
import static dev.convoy.aggregator.Fixtures.parameters;
import static dev.convoy.aggregator.Vectors.contribution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.convoy.aggregator.Strategy.Contribution;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.UpdateFate;
import dev.convoy.metric.UpdateFate.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyTest {
    @Test
    void fedAvgOfOneUpdateIsThatUpdateHoweverStale() {
        Strategy.Merged merged =
                new FedAvg().merge(Parameters.of(1, 2), List.of(contribution(Parameters.of(3, 5), 7, 0.25)));

        assertEquals(Parameters.of(3, 5), merged.parameters());
        assertEquals(List.of(1.0), merged.coefficients());
    }

    @Test
    void fedBuffDividesByTheUpdatesAndNotByTheStalenessWeights() {
        Contribution fresh = contribution(Parameters.of(1), 1, 1);
        Contribution stale = contribution(Parameters.of(1), 1, 0.5);

        assertEquals(
                List.of(1.0, 0.5),
                new FedBuff(2).merge(Parameters.of(0), List.of(fresh, stale)).coefficients());
        assertEquals(
                Parameters.of(10.75f),
                new FedBuff(1).merge(Parameters.of(10), List.of(fresh, stale)).parameters());
    }

    @Test
    void fedAvgNormalisesWeightingTimesStalenessWeight() {
        Contribution fresh = contribution(Parameters.of(8), 1, 1);
        Contribution stale = contribution(Parameters.of(16), 6, 0.5);

        Strategy.Merged merged = new FedAvg().merge(Parameters.of(99), List.of(fresh, stale));

        assertEquals(List.of(0.25, 0.75), merged.coefficients());
        assertEquals(Parameters.of(14), merged.parameters());
    }

    @Test
    void sumsAreRoundedOnce() {
        // in float, 1 + 2^-24 is 1 each time; in double the two halves add up to one last place
        float half = 0x1p-24f;
        List<Contribution> contributions = List.of(
                contribution(Parameters.of(half), 1, 1),
                contribution(Parameters.of(half), 1, 1),
                contribution(Parameters.of(half), 1, 1));

        assertEquals(
                Parameters.of(1 + 0x1p-23f),
                new FedBuff(2).merge(Parameters.of(1), contributions).parameters());
    }

    @Test
    void aNodesNewerUpdateReplacesItsBufferedOneInFedAvg() {
        Stage stage = new Stage(aggregator(config(new FedAvg(), Weighting.EQUAL, 2), Parameters.of(0), 3));

        stage.arrive(1, parameters(2, 1, 0, 1, 100));
        stage.arrive(2, parameters(2, 2, 0, 1, 4));
        assertEquals(0, stage.broadcasts().size());
        assertEquals(Fate.SUPERSEDED, stage.lastFate().fate());
        assertEquals("newer", stage.lastFate().reason());
        assertEquals(1, stage.lastFate().round());
        stage.arrive(3, parameters(1, 1, 0, 1, 2));

        assertEquals(Parameters.of(3), stage.newest().parameters());
        assertEquals(
                List.of(1L, 1L, 2L),
                stage.fates().stream().map(UpdateFate::round).toList());
    }

    @Test
    void fedBuffCountsUpdates() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EQUAL, 2), Parameters.of(1), 3));

        stage.arrive(1, delta(2, 1, 0, 1, 2)).arrive(2, delta(2, 2, 0, 1, 4));

        assertEquals(Parameters.of(4), stage.newest().parameters());
    }

    @Test
    void weightsThatAreAllZeroAreEqual() {
        Stage stage = new Stage(aggregator(config(new FedBuff(1), Weighting.EXAMPLES, 2), Parameters.of(0), 2));

        stage.arrive(1, delta(1, 1, 0, 0, 2)).arrive(2, delta(2, 1, 0, 0, 4));
        stage.arrive(3, delta(1, 2, 1, 0, 2)).arrive(4, delta(2, 2, 1, 5, 4));

        assertEquals(
                List.of(0.5, 0.5, 0.0, 1.0),
                stage.fates().stream().map(fate -> fate.weight().orElseThrow()).toList());
        assertEquals(Parameters.of(7), stage.newest().parameters());
    }

    @Test
    void withoutFederationNothingIsTakenAndNothingSaid() {
        Stage stage = new Stage(aggregator(config(new None(), Weighting.EQUAL, 1), Parameters.of(0), 2));

        stage.arrive(1, delta(1, 1, 0, 1, 2));

        assertEquals("content", stage.lastFate().reason());
        assertEquals(List.of(), stage.broadcasts());
        assertThrows(IllegalStateException.class, () -> new None().merge(Parameters.of(0), List.of()));
    }
}
