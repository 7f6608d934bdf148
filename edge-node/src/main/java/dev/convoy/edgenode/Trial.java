package dev.convoy.edgenode;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/** An action that a node has taken to see what comes of it, until all of that is known. */
final class Trial {
    private static final long NOT_SENT = -1;

    private final SyncState state;
    private final SyncAction action;
    private final long startedMs;
    private final OptionalDouble lossBefore;
    private double cost;
    private long sentMs = NOT_SENT;
    private int losses;
    private double lossSum;
    private Optional<Next> next = Optional.empty();

    /** @param lossBefore empty where too few losses are known to learn anything from this */
    Trial(SyncState state, SyncAction action, long startedMs, OptionalDouble lossBefore) {
        this.state = state;
        this.action = action;
        this.startedMs = startedMs;
        this.lossBefore = lossBefore;
    }

    void costs(double amount) {
        cost += amount;
    }

    /** An update is sent at this instant, and nothing is heard of it yet. */
    void sent(long timeMs) {
        sentMs = timeMs;
    }

    /** Whether a version that was made then is an answer to the update. */
    boolean isAnsweredBy(long versionMs) {
        return sentMs != NOT_SENT && versionMs > sentMs;
    }

    /** Whether the update has had no answer for longer than this. */
    boolean isOverdue(long now, long patienceMs) {
        return sentMs != NOT_SENT && now - sentMs > patienceMs;
    }

    /** Whether its update is to be sent at this instant. */
    boolean isSentAt(long timeMs) {
        return sentMs == timeMs;
    }

    /** Nothing more is expected of the update. */
    void settled() {
        sentMs = NOT_SENT;
    }

    /** A decision made at an instant after the action turned out to have this loss; the first so many count. */
    void scored(double loss, long madeMs, int window) {
        if (madeMs > startedMs && losses < window) {
            losses++;
            lossSum += loss;
        }
    }

    /** The choice after this one was made in this state, where this was the most that could be done. */
    void followedBy(SyncState nextState, SyncAction most) {
        next = Optional.of(new Next(nextState, most));
    }

    boolean isOver(int window) {
        return next.isPresent() && losses == window && sentMs == NOT_SENT;
    }

    /** To be called when it is over. */
    void teach(ActionValues values, Learned plan) {
        if (lossBefore.isPresent()) {
            double reward = lossBefore.getAsDouble() - lossSum / losses - cost;
            values.learn(state, action, reward, next.orElseThrow().state, next.orElseThrow().most, plan);
        }
    }

    void writeTo(DataOutput out) throws IOException {
        state.writeTo(out);
        out.writeByte(action.ordinal());
        out.writeLong(startedMs);
        out.writeBoolean(lossBefore.isPresent());
        out.writeDouble(lossBefore.orElse(0));
        out.writeDouble(cost);
        out.writeLong(sentMs);
        out.writeInt(losses);
        out.writeDouble(lossSum);
        out.writeBoolean(next.isPresent());
        if (next.isPresent()) {
            next.get().state.writeTo(out);
            out.writeByte(next.get().most.ordinal());
        }
    }

    static Trial readFrom(DataInput in) throws IOException {
        Trial trial = new Trial(SyncState.readFrom(in), readAction(in), in.readLong(), readOptional(in));
        trial.cost = in.readDouble();
        trial.sentMs = in.readLong();
        trial.losses = in.readInt();
        trial.lossSum = in.readDouble();
        if (in.readBoolean()) {
            trial.followedBy(SyncState.readFrom(in), readAction(in));
        }
        return trial;
    }

    private static SyncAction readAction(DataInput in) throws IOException {
        return SyncAction.values()[in.readByte()];
    }

    private static OptionalDouble readOptional(DataInput in) throws IOException {
        boolean present = in.readBoolean();
        double value = in.readDouble();
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private record Next(SyncState state, SyncAction most) {}
}
