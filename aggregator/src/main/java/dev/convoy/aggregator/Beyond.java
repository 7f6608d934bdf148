package dev.convoy.aggregator;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done about updates beyond the staleness limit. Whatever it is, an update that arrives beyond the limit is
 * rejected; all but the first act before that, on nodes that have fallen so far behind that their next update may be.
 */
public sealed interface Beyond {
    /** Of the default exchange interval. */
    Duration TWO_EXCHANGES = Duration.ofMinutes(30);

    /** Whether a merge waits for such nodes. */
    default boolean delaysMerges() {
        return false;
    }

    /** Whether such nodes are asked to send between their own instants. */
    default boolean pulls() {
        return false;
    }

    /** Whether the others are asked to hold their updates back. */
    default boolean holdsOthers() {
        return false;
    }

    /** Whether anything is done before such an update arrives. */
    default boolean actsEarly() {
        return delaysMerges() || pulls() || holdsOthers();
    }

    /** For how long a merge or the others wait; empty if nobody does. */
    default Optional<Duration> patience() {
        return Optional.empty();
    }

    /** @throws IllegalArgumentException if updates can gather, where this strategy merges each as it arrives */
    default void requireNoDelay(String strategy) {
        if (delaysMerges()) {
            throw new IllegalArgumentException("staleness beyond must not be wait, because " + strategy
                    + " merges each update as it arrives: " + this);
        }
    }

    /** An update beyond the limit is recorded and not used. */
    record Reject() implements Beyond {
        public static Reject standard() {
            return new Reject();
        }
    }

    /**
     * No version is made before every node has sent an update that goes back to at most so many versions before it as
     * the limit allows, so that its next one cannot be beyond the limit either; a limit of 1 is a round of all. The
     * bounded delay of Li et al. 2014, "Scaling Distributed Machine Learning with the Parameter Server", section 3.5, and of
     * SSP (Ho et al. 2013, "More Effective Distributed ML via a Stale Synchronous Parallel Parameter Server").
     *
     * @param atMost how long a merge waits; whoever has not sent by then is waited for again when it has
     */
    record Wait(Duration atMost) implements Beyond {
        public Wait {
            requirePositive(atMost);
        }

        public static Wait standard() {
            return new Wait(TWO_EXCHANGES);
        }

        @Override
        public boolean delaysMerges() {
            return true;
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.of(atMost);
        }
    }

    /**
     * A node whose next update may be beyond the limit is asked once to send at its next decision point what it has
     * (as Plato's request_update does).
     */
    record Pull() implements Beyond {
        public static Pull standard() {
            return new Pull();
        }

        @Override
        public boolean pulls() {
            return true;
        }
    }

    /**
     * While the next update of a node may be beyond the limit, all others are asked to hold theirs back. They go on
     * learning, and what is on its way is merged.
     *
     * @param atMost how long they hold back; whoever has not sent by then is waited for again when it has
     */
    record Pace(Duration atMost) implements Beyond {
        public Pace {
            requirePositive(atMost);
        }

        public static Pace standard() {
            return new Pace(TWO_EXCHANGES);
        }

        @Override
        public boolean holdsOthers() {
            return true;
        }

        @Override
        public Optional<Duration> patience() {
            return Optional.of(atMost);
        }
    }

    private static void requirePositive(Duration atMost) {
        if (atMost.toMillis() < 1) {
            throw new IllegalArgumentException("at-most must be at least 1 ms: " + atMost);
        }
    }
}
