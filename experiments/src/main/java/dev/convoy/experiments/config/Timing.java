package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.experiments.config.binding.Key;
import dev.convoy.runtime.Windows;
import dev.convoy.runtime.Windows.Window;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a fault holds.
 *
 * @param at run time at which it begins; from the start where there is none
 * @param lasting to the end of the run where there is none
 */
public record Timing(Optional<Duration> at, @Key("for") Optional<Duration> lasting) {
    public Timing {
        if (at.isPresent() && at.get().isNegative()) {
            throw new IllegalArgumentException("at must not be negative: " + at.get());
        }
        if (lasting.isPresent() && lasting.get().toMillis() < 1) {
            throw new IllegalArgumentException("for must be at least 1ms: " + lasting.get());
        }
    }

    /** In a run of this duration. */
    Windows windows(Duration duration) {
        long from = begin().toMillis();
        long to = Math.min(duration.toMillis(), end(duration).toMillis());
        return from < to ? new Windows(List.of(new Window(from, to))) : Windows.NONE;
    }

    /** Why it does not fit into a run of this duration, if so. */
    Optional<String> refusal(Duration duration) {
        if (lasting.isEmpty()) {
            return begin().compareTo(duration) < 0
                    ? Optional.empty()
                    : Optional.of("must begin within the duration of " + Durations.write(duration) + ": it begins at "
                            + Durations.write(begin()));
        }
        return end(duration).compareTo(duration) <= 0
                ? Optional.empty()
                : Optional.of("must end within the duration of " + Durations.write(duration) + ": it lasts from "
                        + Durations.write(begin()) + " to " + Durations.write(end(duration)));
    }

    private Duration begin() {
        return at.orElse(Duration.ZERO);
    }

    private Duration end(Duration duration) {
        return lasting.map(begin()::plus).orElse(duration);
    }
}
