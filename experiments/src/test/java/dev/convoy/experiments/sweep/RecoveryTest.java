package dev.convoy.experiments.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.experiments.records.Decided;
import dev.convoy.prediction.Baselines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Ten decisions an hour, of which so many are right before a drift at hour 10, during its dip, and afterwards. */
final class RecoveryTest {
    private static final long HOUR_MS = 3_600_000;
    private static final int ONSET = 10;
    private static final int END = 30;

    @Test
    void aDipIsWhatTheSixHoursAfterTheOnsetLoseAndRecoveryEndsWhenThreeHoursAreAsGood() {
        Recovery recovery = recovery(9, 5, 14, 9);

        assertEquals((9 - (4 * 5 + 2 * 9) / 6.0) / 10, recovery.dip().orElseThrow(), 1e-9);
        assertEquals(7, recovery.hours().orElseThrow(), 0.25);
        assertEquals((4 * 5 + 16 * 9) / 200.0, recovery.accuracySince().orElseThrow(), 1e-9);
    }

    @Test
    void whereThereIsNoDipRecoveryTakesAsLongAsItIsLookedFor() {
        Recovery recovery = recovery(8, 9, 14, 9);

        assertEquals(-0.1, recovery.dip().orElseThrow(), 1e-9);
        assertEquals(3, recovery.hours().orElseThrow(), 1e-9);
    }

    @Test
    void whatNeverRecoversHasNoTime() {
        assertEquals(OptionalDouble.empty(), recovery(9, 5, END, 5).hours());
    }

    @Test
    void withoutDecisionsNothingIsDefined() {
        Recovery recovery = new Recovery(List.of(), ONSET * HOUR_MS, END * HOUR_MS);

        assertEquals(OptionalDouble.empty(), recovery.dip());
        assertEquals(OptionalDouble.empty(), recovery.hours());
        assertEquals(OptionalDouble.empty(), recovery.accuracySince());
    }

    private static Recovery recovery(int before, int dip, int dipEnds, int after) {
        List<Decided> decisions = new ArrayList<>();
        for (int hour = 0; hour < END; hour++) {
            int right = hour < ONSET ? before : hour < dipEnds ? dip : after;
            for (int i = 0; i < 10; i++) {
                // spread so that any hour holds them in the same share
                boolean isRight = i * 7 % 10 < right;
                decisions.add(decided(hour * HOUR_MS + i * HOUR_MS / 10, isRight));
            }
        }
        return new Recovery(decisions, ONSET * HOUR_MS, END * HOUR_MS);
    }

    private static Decided decided(long timeMs, boolean right) {
        Baselines none =
                new Baselines(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        return new Decided(timeMs, timeMs, 1, "v", true, new ScoredDecision(right ? 1 : 0, 1, 0.5, false, none));
    }
}
