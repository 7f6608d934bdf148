package dev.convoy.edgenode;

import dev.convoy.learning.Merging;
import java.time.Duration;
import java.util.Optional;

/**
 * What makes a node cut an update and send it, and adopt a global model: it adopts all that arrive, or those it
 * chooses.
 */
public sealed interface SyncPolicy permits SyncPolicy.Periodic, SyncPolicy.OnDrift, Learned {
    /** The instants at which it may cut one: those for exchanges or the decision points. */
    Instants instants(Instants exchanges, Instants decisions);

    /**
     * Whether it acts at such an instant: cuts one, or has it chosen what to do.
     *
     * @param silenceMs since it acted last, or since the start of the run
     * @param alarmed whether the node's detector has raised an alarm since then
     */
    boolean isDue(long silenceMs, boolean alarmed);

    /** No update is cut sooner than this after the one before, or after the start of the run; in milliseconds. */
    long shortestSilenceMs();

    /** Whether it follows the alarms of a detector, so that the node must have one. */
    boolean needsDetector();

    /**
     * What chooses at such an instant whether to cut one and whether to adopt, in its initial state; without it, both
     * are a matter of course.
     */
    default Optional<SyncLearner> chooser() {
        return Optional.empty();
    }

    /** Whether anything chooses, and learns to. */
    default boolean learns() {
        return chooser().isPresent();
    }

    /** @throws IllegalArgumentException if it makes no sense with learners that merge like this */
    default void requireFits(Merging merging) {
        // whoever looks at no parameters does not mind what they are
    }

    /** At the instants for exchanges, at all of them. */
    record Periodic() implements SyncPolicy {
        public static Periodic standard() {
            return new Periodic();
        }

        @Override
        public Instants instants(Instants exchanges, Instants decisions) {
            return exchanges;
        }

        @Override
        public boolean isDue(long silenceMs, boolean alarmed) {
            return true;
        }

        @Override
        public long shortestSilenceMs() {
            return 0;
        }

        @Override
        public boolean needsDetector() {
            return false;
        }
    }

    /**
     * At the first decision point after an alarm, and after too long a silence.
     *
     * @param atLatest the longest silence; without it only alarms end one
     * @param minimumGap the shortest silence; an alarm that comes sooner waits for its end
     */
    record OnDrift(Optional<Duration> atLatest, Duration minimumGap) implements SyncPolicy {
        public OnDrift {
            if (minimumGap.isNegative()) {
                throw new IllegalArgumentException("minimum-gap must be 0 ms or more: " + minimumGap);
            }
            if (atLatest.isPresent()
                    && (atLatest.get().toMillis() < 1 || atLatest.get().compareTo(minimumGap) < 0)) {
                throw new IllegalArgumentException(
                        "at-latest must be at least 1 ms and the minimum-gap of " + minimumGap + ": " + atLatest.get());
            }
        }

        public static OnDrift standard() {
            return new OnDrift(Optional.of(Duration.ofHours(2)), Duration.ofMinutes(15));
        }

        @Override
        public Instants instants(Instants exchanges, Instants decisions) {
            return decisions;
        }

        @Override
        public boolean isDue(long silenceMs, boolean alarmed) {
            boolean tooLong =
                    atLatest.isPresent() && silenceMs >= atLatest.get().toMillis();
            return tooLong || (alarmed && silenceMs >= minimumGap.toMillis());
        }

        @Override
        public long shortestSilenceMs() {
            return minimumGap.toMillis();
        }

        @Override
        public boolean needsDetector() {
            return true;
        }
    }
}
