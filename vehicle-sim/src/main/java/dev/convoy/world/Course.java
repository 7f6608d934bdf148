package dev.convoy.world;

import java.time.Duration;
import java.util.Optional;

/**
 * How a change comes and goes: it grows over a width from its onset, and where it lasts for some time only, ends as
 * gradually as it began; it may come back.
 *
 * @param over the width; 0 is abrupt
 * @param lasting from the onset until nothing is left of it; absent: for good
 * @param every from one onset to the next; absent: once
 */
record Course(Duration at, Duration over, Optional<Duration> lasting, Optional<Duration> every) {
    /** What comes back more often is no change any more, and would fill the records. */
    private static final Duration MOST_OFTEN = Duration.ofMinutes(10);

    Course {
        requireNotNegative("at", at);
        requireNotNegative("over", over);
        if (lasting.isPresent() && !(lasting.get().compareTo(over.multipliedBy(2)) >= 0 && isPositive(lasting.get()))) {
            throw new IllegalArgumentException(
                    "lasting must be above 0 and at least twice over, " + over + ": " + lasting.get());
        }
        if (every.isPresent() && lasting.isEmpty()) {
            throw new IllegalArgumentException("every needs lasting: what never ends cannot come back: " + every.get());
        }
        if (every.isPresent() && every.get().compareTo(lasting.get()) < 0) {
            throw new IllegalArgumentException("every must be at least lasting, " + lasting.get() + ": " + every.get());
        }
        if (every.isPresent() && every.get().compareTo(MOST_OFTEN) < 0) {
            throw new IllegalArgumentException("every must be at least " + MOST_OFTEN + ": " + every.get());
        }
    }

    /** From onset to the full effect, for good. */
    static Course permanent(Duration at, Duration over) {
        return new Course(at, over, Optional.empty(), Optional.empty());
    }

    /** There in full for some time. */
    static Course passing(Duration at, Duration lasting, Optional<Duration> every) {
        return new Course(at, Duration.ZERO, Optional.of(lasting), every);
    }

    /** Its share of the full effect, in [0, 1]. */
    double share(long timeMs) {
        long sinceMs = timeMs - at.toMillis();
        if (sinceMs < 0) {
            return 0;
        }
        if (every.isPresent()) {
            sinceMs = sinceMs % every.get().toMillis();
        }
        double risen = ramp(sinceMs);
        return lasting.isEmpty() ? risen : Math.min(risen, ramp(lasting.get().toMillis() - 1 - sinceMs));
    }

    /** When nothing changes any more, for now. */
    Duration end() {
        return at.plus(lasting.orElse(over));
    }

    private double ramp(long ms) {
        if (ms < 0) {
            return 0;
        }
        long widthMs = over.toMillis();
        return ms >= widthMs ? 1 : (double) ms / widthMs;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void requireNotNegative(String key, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(key + " must not be negative: " + duration);
        }
    }
}
