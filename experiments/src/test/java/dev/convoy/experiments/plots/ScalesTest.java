package dev.convoy.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class ScalesTest {
    @Test
    void aBoxHoldsTheMiddleHalfAndItsWhiskersStopBeforeOutliers() {
        assertEquals(new Quartiles(1, 2, 3, 4, 5), Quartiles.of(List.of(5.0, 3.0, 1.0, 4.0, 2.0)));
        assertEquals(new Quartiles(1, 2, 3, 4, 4), Quartiles.of(List.of(1.0, 2.0, 3.0, 4.0, 50.0)));
        assertEquals(new Quartiles(7, 7, 7, 7, 7), Quartiles.of(List.of(7.0)));
    }

    @Test
    void whereNothingLiesBetweenTheBoxAndAnOutlierThereIsNoWhisker() {
        Quartiles quartiles = Quartiles.of(List.of(0.0, 10.0, 10.5, 11.0));

        assertEquals(7.5, quartiles.first());
        assertEquals(7.5, quartiles.lowWhisker());
    }

    @Test
    void ticksAreRoundNumbersThatFit() {
        for (double span : List.of(0.003, 0.07, 1.0, 6.0, 430.0, 2e6)) {
            for (int most : List.of(4, 8)) {
                Scale scale = Scale.fitted(DoubleStream.of(5, 5 + span), most);
                assertTrue(scale.lower() < 5 && scale.upper() > 5 + span);
                assertTrue(scale.ticks().size() <= most + 1 && scale.ticks().size() >= 2, scale.toString());
                assertEquals(
                        scale.ticks().size(),
                        scale.ticks().stream().map(Scale.Tick::text).distinct().count());
            }
        }
        assertEquals(
                List.of("0", "5", "10", "15"),
                Scale.upTo(16, 4).ticks().stream().map(Scale.Tick::text).toList());
    }

    @Test
    void equalValuesStillHaveAScale() {
        assertEquals(0.5, Scale.fitted(DoubleStream.of(3, 3), 5).share(3), 1e-9);
        assertTrue(Scale.fitted(DoubleStream.empty(), 5).upper() > 1);
    }
}
