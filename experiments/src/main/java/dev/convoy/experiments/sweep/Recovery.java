package dev.convoy.experiments.sweep;

import dev.convoy.experiments.records.Decided;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the fleet's decisions come through a drift: by the instants at which they were made, whenever their labels became
 * known.
 *
 * @param decisions of all nodes; only the fleet's count
 * @param onsetMs run time at which the drift begins
 */
record Recovery(List<Decided> decisions, long onsetMs, long durationMs) {
    private static final long HOUR_MS = 3_600_000;
    /** What is looked at before the onset and after it, as in the slices of a run. */
    private static final long AROUND_MS = 6 * HOUR_MS;
    /** Over which the accuracy must be back. */
    private static final long WINDOW_MS = 3 * HOUR_MS;

    private static final long STEP_MS = HOUR_MS / 4;

    Recovery {
        decisions = decisions.stream().filter(Decided::ofFleet).toList();
    }

    /** From the onset to the end. */
    OptionalDouble accuracySince() {
        return accuracy(onsetMs, durationMs);
    }

    /** The accuracy of the six hours before the onset less that of the six hours after it. */
    OptionalDouble dip() {
        OptionalDouble before = before();
        OptionalDouble after = accuracy(onsetMs, onsetMs + AROUND_MS);
        return before.isEmpty() || after.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(before.getAsDouble() - after.getAsDouble());
    }

    /**
     * Hours from the onset until the last three of them are as good as the six before the onset; so at least 3, also where
     * there was no dip, and undefined where the run ends sooner.
     */
    OptionalDouble hours() {
        OptionalDouble before = before();
        if (before.isEmpty()) {
            return before;
        }
        for (long end = onsetMs + WINDOW_MS; end <= durationMs; end += STEP_MS) {
            OptionalDouble now = accuracy(end - WINDOW_MS, end);
            if (now.isPresent() && now.getAsDouble() >= before.getAsDouble()) {
                return OptionalDouble.of((double) (end - onsetMs) / HOUR_MS);
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble before() {
        return accuracy(onsetMs - AROUND_MS, onsetMs);
    }

    private OptionalDouble accuracy(long fromMs, long toMs) {
        return decisions.stream()
                .filter(d -> d.timeMs() >= fromMs && d.timeMs() < toMs)
                .mapToInt(d -> d.scored().predicted() == d.scored().label() ? 1 : 0)
                .average();
    }
}
