package dev.convoy.edgenode;

import dev.convoy.learning.Merging;
import java.time.Duration;
import java.util.Optional;

/**
 * Each node learns by itself, by tabular Q-learning, at which decision points to send what it has learned, to adopt the
 * newest global model that has reached it, both or neither. State, actions and reward are ours, inspired by what the
 * abstract of Aral, Erol-Kantarci, Brandic 2020 (POMACS 4(2):38) says of learning a synchronisation period; their own
 * method is not known to us, and this is not it.
 *
 * <p>The reward of an action is the mean loss of the {@code window} decisions whose labels became known last before it,
 * less that of the first {@code window} decisions made after it, less what it cost.
 *
 * @param every the shortest time between two choices
 * @param window how many decisions a mean loss is taken over
 * @param tolerance up to which difference two mean losses count as equal, where the state tells whether they rise
 * @param bytesCost what a kilobyte of parameters costs, sent or adopted, in units of the loss
 * @param failureCost what an update costs that is not answered
 * @param answerWithin after this time without a version made since, an update counts as not answered
 * @param linkRate how much the newest answer counts in the running mean of answers that tells a good link from a bad
 *     one
 */
public record Learned(
        Duration every,
        int window,
        double tolerance,
        double bytesCost,
        double failureCost,
        Duration answerWithin,
        double linkRate,
        double learningRate,
        double discount,
        Epsilon epsilon)
        implements SyncPolicy {
    static final int WIDEST_WINDOW = 10_000;

    public Learned {
        require(every.toMillis() >= 1, "every must be at least 1 ms: " + every);
        require(window >= 1 && window <= WIDEST_WINDOW, "window must be 1 to " + WIDEST_WINDOW + ": " + window);
        require(tolerance >= 0 && Double.isFinite(tolerance), "tolerance must be 0 or more: " + tolerance);
        require(bytesCost >= 0 && Double.isFinite(bytesCost), "bytes-cost must be 0 or more: " + bytesCost);
        require(failureCost >= 0 && Double.isFinite(failureCost), "failure-cost must be 0 or more: " + failureCost);
        require(answerWithin.toMillis() >= 1, "answer-within must be at least 1 ms: " + answerWithin);
        require(linkRate > 0 && linkRate <= 1, "link-rate must be above 0 to 1: " + linkRate);
        require(learningRate > 0 && learningRate <= 1, "learning-rate must be above 0 to 1: " + learningRate);
        require(discount >= 0 && discount < 1, "discount must be from 0 to below 1: " + discount);
    }

    public static Learned standard() {
        return new Learned(
                Duration.ofMinutes(15), 20, 0.05, 0.2, 0.05, Duration.ofHours(1), 0.2, 0.1, 0.9, Epsilon.standard());
    }

    @Override
    public Instants instants(Instants exchanges, Instants decisions) {
        return decisions;
    }

    @Override
    public boolean isDue(long silenceMs, boolean alarmed) {
        return silenceMs >= every.toMillis();
    }

    @Override
    public long shortestSilenceMs() {
        return every.toMillis();
    }

    @Override
    public boolean needsDetector() {
        return false;
    }

    @Override
    public Optional<SyncLearner> chooser() {
        return Optional.of(new SyncLearner(this));
    }

    @Override
    public void requireFits(Merging merging) {
        require(
                merging == Merging.AVERAGE,
                "sync learned goes by how far parameters have come, which trees do not tell: set sync to periodic or"
                        + " on-drift");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * How often an action is drawn in place of the best one; it falls evenly.
     *
     * @param first its probability at the first choice
     * @param last from a number of choices on
     * @param over that number
     */
    public record Epsilon(double first, double last, int over) {
        public Epsilon {
            require(first >= 0 && first <= 1, "epsilon first must be 0 to 1: " + first);
            require(last >= 0 && last <= first, "epsilon last must be 0 to the first of " + first + ": " + last);
            require(over >= 1, "epsilon over must be at least 1 choice: " + over);
        }

        public static Epsilon standard() {
            return new Epsilon(0.1, 0.01, 200);
        }

        /** After so many choices. */
        double after(long choices) {
            return choices >= over ? last : first + (last - first) * choices / over;
        }
    }
}
