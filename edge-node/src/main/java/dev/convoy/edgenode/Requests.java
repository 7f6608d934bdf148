package dev.convoy.edgenode;

import dev.convoy.exchange.Request;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What the aggregator has asked of a node and the node has not done yet. */
final class Requests {
    private static final long NOT_INVITED = -1;

    private final Requested requested;
    private boolean sendNow;
    private long heldUntilMs;
    private long lastHold;
    private long invitedFrom = NOT_INVITED;

    Requests(Requested requested) {
        this.requested = requested;
    }

    /** What the run's configuration does not provide for is left alone. */
    void take(Request request) {
        if (request instanceof Request.SendNow) {
            sendNow = requested.betweenInstants();
        } else if (request instanceof Request.Hold hold && hold.number() > lastHold) {
            lastHold = hold.number();
            heldUntilMs = hold.untilMs();
        } else if (request instanceof Request.Invite invite) {
            invitedFrom = Math.max(invitedFrom, invite.version());
        }
    }

    /** Whether an update may be cut of the node's own accord. */
    boolean allow(long now, long version) {
        boolean invited = !requested.byInvitation() || (invitedFrom != NOT_INVITED && invitedFrom <= version);
        return invited && now >= heldUntilMs;
    }

    boolean wantOneNow() {
        return sendNow;
    }

    /** An update was cut. */
    void answered() {
        sendNow = false;
        invitedFrom = NOT_INVITED;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(sendNow);
        out.writeLong(heldUntilMs);
        out.writeLong(lastHold);
        out.writeLong(invitedFrom);
    }

    void readFrom(DataInput in) throws IOException {
        sendNow = in.readBoolean();
        heldUntilMs = in.readLong();
        lastHold = in.readLong();
        invitedFrom = in.readLong();
    }
}
