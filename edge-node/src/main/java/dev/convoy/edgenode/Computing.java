package dev.convoy.edgenode;

import dev.convoy.exchange.ModelUpdate;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** What a node computes: at most one update at a time, cut but not sent yet. */
final class Computing {
    private Optional<ModelUpdate> update = Optional.empty();
    private long sendAtMs = Long.MAX_VALUE;
    private long sent;

    boolean isBusy() {
        return update.isPresent();
    }

    /** Run time at which the update is sent; {@link Long#MAX_VALUE} if there is none. */
    long sendAtMs() {
        return sendAtMs;
    }

    /** How many updates have been sent. */
    long sent() {
        return sent;
    }

    void begin(ModelUpdate cut, long doneMs) {
        update = Optional.of(cut);
        sendAtMs = doneMs;
    }

    /** What is being computed is sent at this instant, whatever is left to compute. */
    void hurry(long now) {
        sendAtMs = Math.min(now, sendAtMs);
    }

    /** There is nothing to send any more. */
    void abandon() {
        update = Optional.empty();
        sendAtMs = Long.MAX_VALUE;
    }

    /** Takes out the update if it is to be sent by now. */
    Optional<ModelUpdate> takeDue(long now) {
        if (sendAtMs > now) {
            return Optional.empty();
        }
        Optional<ModelUpdate> due = update;
        update = Optional.empty();
        sendAtMs = Long.MAX_VALUE;
        sent++;
        return due;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeLong(sendAtMs);
        out.writeLong(sent);
        out.writeBoolean(update.isPresent());
        if (update.isPresent()) {
            update.get().writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        sendAtMs = in.readLong();
        sent = in.readLong();
        update = in.readBoolean() ? Optional.of(ModelUpdate.readFrom(in)) : Optional.empty();
    }
}
