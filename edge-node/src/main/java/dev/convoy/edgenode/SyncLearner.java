package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses what a node does about its exchange, and learns from what came of it, as {@link Learned} describes. What came
 * of an action is known when enough decisions that were made after it have got their labels, hours later, so that many
 * trials are open at a time.
 */
final class SyncLearner {
    /** Bounds what a node remembers that has no decisions to be scored by; beyond it the oldest are forgotten. */
    private static final int MOST_OPEN = 5000;
    /** From which mean of answers on, of 0 for none and 1 for all, a link is good. */
    private static final double GOOD = 0.5;
    /** How much the newest counts in the mean of what there was to send. */
    private static final double USUAL_RATE = 0.1;

    private final Learned plan;
    private final RecentLosses losses;
    private final ActionValues values = new ActionValues();
    private final Deque<Trial> open = new ArrayDeque<>();
    private long choices;
    private double answered = 1;
    private double usualProgress;

    SyncLearner(Learned plan) {
        this.plan = plan;
        this.losses = new RecentLosses(plan.window(), plan.tolerance());
    }

    /** A decision of the node, made at this instant, turned out to have this loss. */
    void scored(double loss, long madeMs) {
        open.forEach(trial -> trial.scored(loss, madeMs, plan.window()));
        losses.add(loss);
    }

    /** A version that was made at this instant has reached the node. */
    void heard(long versionMs, long now) {
        giveUpWaiting(now);
        for (Trial trial : open) {
            if (trial.isAnsweredBy(versionMs)) {
                trial.settled();
                answered += plan.linkRate() * (1 - answered);
            }
        }
    }

    private void giveUpWaiting(long now) {
        for (Trial trial : open) {
            if (trial.isOverdue(now, plan.answerWithin().toMillis())) {
                trial.settled();
                failed(trial);
            }
        }
    }

    private void failed(Trial trial) {
        trial.costs(plan.failureCost());
        answered -= plan.linkRate() * answered;
    }

    /**
     * What to do now.
     *
     * @param staleness how many versions the model in use is behind the newest that has reached the node
     * @param progress the length of what it has learned and not sent
     * @param most what it could do at most
     */
    SyncAction choose(long staleness, double progress, SyncAction most, long now, RandomGenerator random) {
        giveUpWaiting(now);
        SyncState state = SyncState.of(staleness, losses.trend(), answered >= GOOD, progress > usualProgress);
        usualProgress += (choices == 0 ? 1 : USUAL_RATE) * (progress - usualProgress);
        if (!open.isEmpty()) {
            open.getLast().followedBy(state, most);
        }
        learn();
        SyncAction action = explored(state, most, random);
        choices++;
        open.addLast(new Trial(state, action, now, losses.mean()));
        if (open.size() > MOST_OPEN) {
            open.removeFirst();
        }
        return action;
    }

    private void learn() {
        for (Iterator<Trial> trials = open.iterator(); trials.hasNext(); ) {
            Trial trial = trials.next();
            if (trial.isOver(plan.window())) {
                trial.teach(values, plan);
                trials.remove();
            }
        }
    }

    private SyncAction explored(SyncState state, SyncAction most, RandomGenerator random) {
        if (random.nextDouble() < plan.epsilon().after(choices)) {
            List<SyncAction> possible = most.within();
            return possible.get(random.nextInt(possible.size()));
        }
        return values.best(state, most);
    }

    /** The action chosen last has made the node cut an update of this size, to be sent at this instant. */
    void pushes(double kilobytes, long sentMs) {
        open.getLast().costs(plan.bytesCost() * kilobytes);
        open.getLast().sent(sentMs);
    }

    /** The action chosen last should have made the node cut an update, and it did not. */
    void misses() {
        failed(open.getLast());
    }

    /** The update that was to be sent at this instant never will be. */
    void loses(long sentMs) {
        for (Trial trial : open) {
            if (trial.isSentAt(sentMs)) {
                trial.settled();
                failed(trial);
            }
        }
    }

    /** The action chosen last has made the node adopt a model of this size. */
    void pulls(double kilobytes) {
        open.getLast().costs(plan.bytesCost() * kilobytes);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(choices);
        out.writeDouble(answered);
        out.writeDouble(usualProgress);
        losses.writeTo(out);
        values.writeTo(out);
        out.writeInt(open.size());
        for (Trial trial : open) {
            trial.writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        choices = in.readLong();
        answered = in.readDouble();
        usualProgress = in.readDouble();
        losses.readFrom(in);
        values.readFrom(in);
        for (int left = in.readInt(); left > 0; left--) {
            open.addLast(Trial.readFrom(in));
        }
    }
}
