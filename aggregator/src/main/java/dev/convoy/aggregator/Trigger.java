package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/**
 * When the buffered updates are merged: as soon as there are enough, at a deadline, or whichever comes first.
 *
 * @param updates how many are enough
 * @param atLatest run time from the first update that enters an empty buffer to the deadline
 */
public record Trigger(Optional<Integer> updates, Optional<Duration> atLatest) {
    public Trigger {
        if (updates.isEmpty() && atLatest.isEmpty()) {
            throw new IllegalArgumentException("trigger needs updates, at-latest, or both: it would never fire");
        }
        if (updates.isPresent() && updates.get() < 1) {
            throw new IllegalArgumentException("trigger updates must be at least 1: " + updates.get());
        }
        if (atLatest.isPresent() && atLatest.get().toMillis() < 1) {
            throw new IllegalArgumentException("trigger at-latest must be at least 1 ms: " + atLatest.get());
        }
    }

    public static Trigger standard() {
        return new Trigger(Optional.of(2), Optional.of(Duration.ofMinutes(20)));
    }

    /** @throws IllegalArgumentException unless every update is merged as it arrives */
    void requireEachAtOnce(String strategy) {
        if (updates.orElse(0) != 1) {
            throw new IllegalArgumentException("trigger updates must be 1, because " + strategy
                    + " merges every update as it arrives; to merge several at once, take fedbuff: "
                    + updates.map(String::valueOf).orElse("none"));
        }
    }

    boolean isReachedBy(int buffered) {
        return updates.isPresent() && buffered >= updates.get();
    }

    /** The deadline of a buffer that is first filled at this instant; {@code Long.MAX_VALUE} if there is none. */
    long deadlineFrom(long instant) {
        return atLatest.map(wait -> Instants.plus(instant, wait.toMillis())).orElse(Long.MAX_VALUE);
    }
}
