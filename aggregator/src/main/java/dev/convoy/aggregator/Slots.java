package dev.convoy.aggregator;

import java.time.Duration;

/**
 * How many nodes work on an update at a time, where nodes send on invitation only: the K and O of the K/B/O trigger of
 * NVIDIA FLARE's edge mode, whose B is the trigger's number of updates. With open = active = updates = all nodes a
 * version is one synchronous round of federated averaging.
 *
 * @param active how many are invited at a time: K
 * @param open how many must have answered before others are invited in their place: O
 * @param atMost how long an invitation holds; then its node is passed over
 */
public record Slots(int active, int open, Duration atMost) {
    public Slots {
        if (active < 1) {
            throw new IllegalArgumentException("slots active must be at least 1: " + active);
        }
        if (open < 1 || open > active) {
            throw new IllegalArgumentException("slots open must be from 1 to active, " + active + ": " + open);
        }
        if (atMost.toMillis() < 1) {
            throw new IllegalArgumentException("slots at-most must be at least 1 ms: " + atMost);
        }
    }

    public static Slots standard() {
        return new Slots(2, 1, Duration.ofHours(2));
    }
}
