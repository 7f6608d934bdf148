package dev.convoy.edgenode;

import dev.convoy.evaluation.LogLoss;
import dev.convoy.evaluation.ScoredDecision;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.learning.Learner;
import dev.convoy.learning.Merging;
import dev.convoy.learning.Parameters;
import dev.convoy.learning.online.Correction;
import dev.convoy.telemetry.NodeId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * A node's side of the exchange: which version it goes back to, what its progress counts from, and what it could adopt.
 */
final class Exchange {
    private final NodeId node;
    private final Optional<Content> content;
    private final SyncPolicy sync;
    private final Adopt adopt;
    private final Merging merging;
    private final Optional<SyncLearner> chooser;
    private final Optional<Correction> correction;
    private Parameters base;
    private Parameters anchor;
    private long version;
    private long rounds;
    private long actedMs;
    private Optional<GlobalModel> news = Optional.empty();

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
        this.chooser = sync.chooser();
        this.correction = content.filter(Content.CORRECTED::equals).map(any -> new Correction(learner));
        this.base = learner.parameters();
        this.anchor = base;
    }

    NodeId node() {
        return node;
    }

    long version() {
        return version;
    }

    /** The global model of that version, as it came. */
    Parameters base() {
        return base;
    }

    /** What the node's steps are corrected by; empty where they are not. */
    Optional<Correction> correction() {
        return correction;
    }

    boolean isAlone() {
        return content.isEmpty();
    }

    /** What chooses for the node when to exchange, if anything does. */
    Optional<SyncLearner> chooser() {
        return chooser;
    }

    /** Whether the policy wants something to be done, now that it is one of the instants for it. */
    boolean isDue(long now, boolean alarmed) {
        return !isAlone() && sync.isDue(now - actedMs, alarmed);
    }

    /** Before this instant no update is cut, whatever happens. */
    long notCutBeforeMs() {
        return actedMs + sync.shortestSilenceMs();
    }

    /** What the next update says. */
    ModelUpdate cut(Parameters own, Training training, double accuracy, long now) {
        Content kind = content.orElseThrow();
        Parameters parameters = kind.isProgress() ? progress(own) : own;
        rounds++;
        actedMs = now;
        anchor = own;
        return new ModelUpdate(
                node,
                rounds,
                version,
                training.examples(),
                training.dataEndedMs(),
                accuracy,
                kind,
                parameters,
                correction.map(c -> c.cut(parameters)));
    }

    /** The newest update was lost before it was sent: its number is used again. */
    void forgetRound() {
        rounds--;
    }

    /** Lets a round pass as if an update had been cut. */
    void letPass(long now) {
        actedMs = now;
    }

    /** A global model has reached the node; only the newest is kept, and only if it is newer than the one in use. */
    void arrived(GlobalModel model, long now) {
        chooser.ifPresent(c -> c.heard(model.timeMs(), now));
        if (model.version() > newestVersion()) {
            news = Optional.of(model);
        }
    }

    /** Whether the node adopts whatever is newer than its own. */
    boolean adoptsAll() {
        return chooser.isEmpty() || isAlone();
    }

    boolean hasNews() {
        return news.isPresent();
    }

    /** How many versions the one in use is behind the newest that has reached the node. */
    long staleness() {
        return newestVersion() - version;
    }

    private long newestVersion() {
        return news.map(GlobalModel::version).orElse(version);
    }

    /** The newest global model that has reached the node and is not in use; it is not given again. */
    Optional<GlobalModel> takeNews() {
        Optional<GlobalModel> taken = news;
        news = Optional.empty();
        return taken;
    }

    /** Whether the node should adopt before it cuts an update, if it does both, so that the update has a newer base. */
    boolean adoptsFirst() {
        return adopt.keepsProgress();
    }

    /** What the node has learned since the last exchange. */
    Parameters progress(Parameters own) {
        return merging.progress(own, anchor);
    }

    /** A decision of the node, made at this instant, has got its label. */
    void scored(ScoredDecision decision, long madeMs) {
        chooser.ifPresent(c -> c.scored(LogLoss.of(decision.probability()), madeMs));
    }

    /** @return what the node goes on with */
    Parameters adopt(GlobalModel model, Parameters own) {
        Parameters adopted = adopt.adopted(merging, own, anchor, model.parameters());
        anchor = adopt.anchor(adopted, model.parameters());
        base = model.parameters();
        version = model.version();
        if (isAnchor(adopted)) {
            correction.ifPresent(Correction::drop);
        }
        model.control().ifPresent(control -> correction.ifPresent(c -> c.adopt(control)));
        return adopted;
    }

    /** Whether these parameters hold nothing of the node's own since the last update or adoption. */
    boolean isAnchor(Parameters own) {
        return anchor.equals(own);
    }

    void writeTo(DataOutput out) throws IOException {
        base.writeTo(out);
        anchor.writeTo(out);
        out.writeLong(version);
        out.writeLong(rounds);
        out.writeLong(actedMs);
        out.writeBoolean(news.isPresent());
        if (news.isPresent()) {
            news.get().writeTo(out);
        }
        if (chooser.isPresent()) {
            chooser.get().writeTo(out);
        }
        if (correction.isPresent()) {
            correction.get().writeTo(out);
        }
    }

    void readFrom(DataInput in) throws IOException {
        base = Parameters.readFrom(in);
        anchor = Parameters.readFrom(in);
        version = in.readLong();
        rounds = in.readLong();
        actedMs = in.readLong();
        news = in.readBoolean() ? Optional.of(GlobalModel.readFrom(in)) : Optional.empty();
        if (chooser.isPresent()) {
            chooser.get().readFrom(in);
        }
        if (correction.isPresent()) {
            correction.get().readFrom(in);
        }
    }
}
