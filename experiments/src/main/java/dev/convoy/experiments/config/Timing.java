package dev.convoy.experiments.config;

import dev.convoy.experiments.config.binding.Durations;
import dev.convoy.experiments.config.binding.Key;
import dev.convoy.runtime.Windows;
import dev.convoy.runtime.Windows.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a fault holds: once, again and again, or at random.
 *
 * @param at run time at which it begins, or can begin if that is drawn; from the start where there is none
 * @param lasting to the end of the run where there is none
 * @param every from one beginning to the next; only once where there is none
 * @param mttf mean time to the next failure, drawn from an exponential distribution; with {@code mttr} only
 * @param mttr mean time to repair, drawn likewise
 */
public record Timing(
        Optional<Duration> at,
        @Key("for") Optional<Duration> lasting,
        Optional<Duration> every,
        Optional<Duration> mttf,
        Optional<Duration> mttr) {
    private static final int MOST_WINDOWS = 10_000;

    public Timing {
        if (at.isPresent() && at.get().isNegative()) {
            throw new IllegalArgumentException("at must not be negative: " + at.get());
        }
        requirePositive("for", lasting);
        requirePositive("every", every);
        requirePositive("mttf", mttf);
        requirePositive("mttr", mttr);
        if (every.isPresent() && (lasting.isEmpty() || every.get().compareTo(lasting.get()) <= 0)) {
            throw new IllegalArgumentException(
                    "every must be longer than the time given with for, so that it can begin again: " + every.get());
        }
        if (mttf.isPresent() != mttr.isPresent()) {
            throw new IllegalArgumentException("mttf and mttr belong together: one is missing");
        }
        if (mttf.isPresent() && lasting.isPresent()) {
            throw new IllegalArgumentException("mttf and mttr take the place of for: " + lasting.get());
        }
    }

    /** Once, from an instant on, for some time. */
    static Timing once(Duration at, Duration lasting) {
        return new Timing(Optional.of(at), Optional.of(lasting), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether it is drawn from the seed. */
    boolean isDrawn() {
        return mttf.isPresent();
    }

    /**
     * In a run of this duration.
     *
     * @param random decides about drawn ones alone
     */
    Windows windows(Duration duration, RandomGenerator random) {
        List<Window> windows = new ArrayList<>();
        long end = duration.toMillis();
        long from = begin().toMillis() + (isDrawn() ? drawn(mttf.get(), random) : 0);
        // what comes too often is refused by its means; this bounds what chance makes of them
        while (from < end && windows.size() < 2 * MOST_WINDOWS) {
            long lasts =
                    isDrawn() ? drawn(mttr.get(), random) : lasting(duration).toMillis();
            windows.add(new Window(from, Math.min(end, from + lasts)));
            from += isDrawn()
                    ? lasts + drawn(mttf.get(), random)
                    : every.orElse(duration).toMillis();
        }
        return new Windows(windows);
    }

    /** Why it does not fit into a run of this duration, if so. */
    Optional<String> refusal(Duration duration) {
        if (begin().compareTo(duration) >= 0 && (lasting.isEmpty() || every.isPresent())) {
            return Optional.of("must begin within the duration of " + Durations.write(duration) + ": it begins at "
                    + Durations.write(begin()));
        }
        if (lasting.isPresent()
                && every.isEmpty()
                && begin().plus(lasting.get()).compareTo(duration) > 0) {
            return Optional.of("must end within the duration of " + Durations.write(duration) + ": it lasts from "
                    + Durations.write(begin()) + " to " + Durations.write(begin().plus(lasting.get())));
        }
        long apart = isDrawn()
                ? mttf.get().plus(mttr.get()).toMillis()
                : every.orElse(duration).toMillis();
        return duration.toMillis() / apart <= MOST_WINDOWS
                ? Optional.empty()
                : Optional.of("comes more than " + MOST_WINDOWS + " times in " + Durations.write(duration));
    }

    private Duration begin() {
        return at.orElse(Duration.ZERO);
    }

    private Duration lasting(Duration duration) {
        return lasting.orElse(duration);
    }

    /** At least 1 ms, so that what fails is up for some time, and down. */
    private static long drawn(Duration mean, RandomGenerator random) {
        double time = -StrictMath.log(1 - random.nextDouble()) * mean.toMillis();
        return Math.max(1, Math.round(time));
    }

    private static void requirePositive(String key, Optional<Duration> duration) {
        if (duration.isPresent() && duration.get().toMillis() < 1) {
            throw new IllegalArgumentException(key + " must be at least 1ms: " + duration.get());
        }
    }
}
