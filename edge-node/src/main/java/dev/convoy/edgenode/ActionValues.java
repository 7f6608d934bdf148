package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;

/** What each action is expected to bring in each state, by tabular Q-learning (Watkins, Dayan 1992); 0 at first. */
final class ActionValues {
    private final double[][] values = new double[SyncState.COUNT][SyncAction.values().length];

    /**
     * The best of the actions within the most that can be done; of equals the one that exchanges more, so that a node
     * that has learned nothing acts as one that is periodic.
     */
    SyncAction best(SyncState state, SyncAction most) {
        return most.within().stream()
                .max(Comparator.<SyncAction>comparingDouble(action -> value(state, action))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    double value(SyncState state, SyncAction action) {
        return values[state.index()][action.ordinal()];
    }

    /**
     * Q(s, a) += rate (reward + discount max Q(s', a') - Q(s, a)).
     *
     * @param next the state s' of the choice after that
     * @param most what could be done there; a' is within it
     */
    void learn(SyncState state, SyncAction action, double reward, SyncState next, SyncAction most, Learned plan) {
        double target = reward + plan.discount() * value(next, best(next, most));
        values[state.index()][action.ordinal()] += plan.learningRate() * (target - value(state, action));
    }

    void writeTo(DataOutput out) throws IOException {
        for (double[] ofState : values) {
            for (double value : ofState) {
                out.writeDouble(value);
            }
        }
    }

    void readFrom(DataInput in) throws IOException {
        for (double[] ofState : values) {
            for (int i = 0; i < ofState.length; i++) {
                ofState[i] = in.readDouble();
            }
        }
    }
}
