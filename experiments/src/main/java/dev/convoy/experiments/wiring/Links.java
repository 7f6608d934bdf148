package dev.convoy.experiments.wiring;

import dev.convoy.experiments.config.ExperimentConfig;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Link;
import dev.convoy.telemetry.NodeId;
import java.util.HashMap;
import java.util.Map;

/** The links of a run: each node's to the aggregator and back; all others are direct. */
final class Links {
    private final ActorId aggregator;
    private final Map<ActorId, Link> towards = new HashMap<>();
    private final Map<ActorId, Link> back = new HashMap<>();

    Links(ExperimentConfig config, ActorId aggregator) {
        this.aggregator = aggregator;
        for (NodeId node : config.nodes().ids()) {
            ActorId actor = new ActorId(node.toString());
            Link link = config.nodes().linkOf(node).link();
            towards.put(actor, link.with(config.faultPlan().onTheWayFrom(node)));
            back.put(actor, link.with(config.faultPlan().onTheWayTo(node)));
        }
    }

    Link between(ActorId from, ActorId to) {
        if (to.equals(aggregator)) {
            return towards.getOrDefault(from, Link.DIRECT);
        }
        return from.equals(aggregator) ? back.getOrDefault(to, Link.DIRECT) : Link.DIRECT;
    }
}
