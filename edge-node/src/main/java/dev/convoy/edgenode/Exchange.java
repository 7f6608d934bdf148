package dev.convoy.edgenode;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** A node's side of the exchange: which version it goes back to, what its progress counts from, and what it computes. */
final class Exchange {
    private final NodeId node;
    private final Optional<Content> content;
    private final SyncPolicy sync;
    private final Adopt adopt;
    private final Merging merging;
    private Parameters base;
    private Parameters anchor;
    private long version;
    private long rounds;
    private long sent;
    private long cutMs;
    private Optional<Computing> computing = Optional.empty();

    /**
     * @param content what is sent; empty where the node stays alone
     * @param learner with the parameters everybody starts from
     */
    Exchange(NodeId node, Optional<Content> content, SyncPolicy sync, Adopt adopt, Learner learner) {
        this.node = node;
        this.content = content;
        this.sync = sync;
        this.adopt = adopt;
        this.merging = learner.merging();
        this.base = learner.parameters();
        this.anchor = base;
    }

    long version() {
        return version;
    }

    /** The global model of that version, as it came. */
    Parameters base() {
        return base;
    }

    long sent() {
        return sent;
    }

    boolean isAlone() {
        return content.isEmpty();
    }

    boolean isComputing() {
        return computing.isPresent();
    }

    /** Run time at which the update that is being computed is sent; {@link Long#MAX_VALUE} if there is none. */
    long sendAtMs() {
        return computing.map(Computing::sendAtMs).orElse(Long.MAX_VALUE);
    }

    /** Whether an update is to be cut, now that it is one of the instants for it. */
    boolean isDue(long now, boolean alarmed) {
        return !isAlone() && !isComputing() && sync.isDue(now - cutMs, alarmed);
    }

    /** Before this instant no update is cut, whatever happens. */
    long notCutBeforeMs() {
        return cutMs + sync.shortestSilenceMs();
    }

    /** Fixes what the next update says; it is sent when it is computed. */
    void cut(Parameters own, Training training, double accuracy, long now, long sendAtMs) {
        Content kind = content.orElseThrow();
        Parameters parameters = kind == Content.DELTA ? merging.progress(own, anchor) : own;
        rounds++;
        ModelUpdate update = new ModelUpdate(
                node, rounds, version, training.examples(), training.dataEndedMs(), accuracy, kind, parameters);
        cutMs = now;
        computing = Optional.of(new Computing(update, sendAtMs));
        anchor = own;
    }

    /** What is being computed is sent at this instant, whatever is left to compute. */
    void hurry(long now) {
        computing = computing.map(cut -> new Computing(cut.update(), Math.min(now, cut.sendAtMs())));
    }

    /** What was being computed is lost as if there had been no such round; what it was to tell is not told again. */
    void abandon() {
        if (isComputing()) {
            computing = Optional.empty();
            rounds--;
        }
    }

    /** Lets a round pass as if an update had been cut. */
    void miss(long now) {
        cutMs = now;
    }

    /** Takes out the update if it is to be sent by now. */
    Optional<ModelUpdate> takeDue(long now) {
        if (sendAtMs() > now) {
            return Optional.empty();
        }
        ModelUpdate update = computing.orElseThrow().update();
        computing = Optional.empty();
        sent++;
        return Optional.of(update);
    }

    boolean isNews(GlobalModel model) {
        return model.version() > version;
    }

    /** @return what the node goes on with */
    Parameters adopt(GlobalModel model, Parameters own) {
        Parameters adopted = adopt.adopted(merging, own, anchor, model.parameters());
        anchor = adopt.anchor(adopted, model.parameters());
        base = model.parameters();
        version = model.version();
        return adopted;
    }

    /** Whether these parameters hold nothing of the node's own since the last update or adoption. */
    boolean isAnchor(Parameters own) {
        return anchor.equals(own);
    }

    void writeTo(DataOutput out) throws IOException {
        Binary.writeParameters(base, out);
        Binary.writeParameters(anchor, out);
        out.writeLong(version);
        out.writeLong(rounds);
        out.writeLong(sent);
        out.writeLong(cutMs);
        out.writeBoolean(computing.isPresent());
        if (computing.isPresent()) {
            computing.get().writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        base = Binary.readParameters(in);
        anchor = Binary.readParameters(in);
        version = in.readLong();
        rounds = in.readLong();
        sent = in.readLong();
        cutMs = in.readLong();
        computing = in.readBoolean() ? Optional.of(Computing.readFrom(in)) : Optional.empty();
    }

    /** An update that is cut but not sent yet. */
    private record Computing(ModelUpdate update, long sendAtMs) {
        private void writeTo(DataOutput out) throws IOException {
            Binary.writeUpdate(update, out);
            out.writeLong(sendAtMs);
        }

        private static Computing readFrom(DataInput in) throws IOException {
            return new Computing(Binary.readUpdate(in), in.readLong());
        }
    }
}
