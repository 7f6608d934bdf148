package dev.convoy.runtime.kafka;

import java.time.Duration;

/**
 * How fast run time may go against wall time.
 *
 * @param speed run time over wall time; infinite for as fast as it goes
 * @param startNanos {@code System.nanoTime()} when the actor joined the run
 */
public record Pace(double speed, long startNanos) {
    public Pace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0: " + speed);
        }
    }

    public static Pace unlimited() {
        return new Pace(Double.POSITIVE_INFINITY, System.nanoTime());
    }

    /** Run time, in milliseconds, up to which an actor that joined at {@code joinedAt} may have come by now. */
    long limit(long joinedAt) {
        return Double.isInfinite(speed)
                ? Long.MAX_VALUE
                : joinedAt + (long) ((System.nanoTime() - startNanos) / 1e6 * speed);
    }

    /** How long to wait at most before looking at the clock again. */
    Duration patience(Duration unhurried) {
        return Double.isInfinite(speed) ? unhurried : Duration.ofMillis(20);
    }
}
