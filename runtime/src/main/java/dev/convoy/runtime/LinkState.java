package dev.convoy.runtime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a sender keeps of the way of one topic to one receiver: how many messages went, and whether a burst is on. */
final class LinkState {
    private long round;
    private boolean bad;

    /** Counts one more message. */
    long nextRound() {
        round++;
        return round;
    }

    boolean isBad() {
        return bad;
    }

    void change() {
        bad = !bad;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(round);
        out.writeBoolean(bad);
    }

    static LinkState readFrom(DataInput in) throws IOException {
        LinkState state = new LinkState();
        state.round = in.readLong();
        state.bad = in.readBoolean();
        return state;
    }
}
