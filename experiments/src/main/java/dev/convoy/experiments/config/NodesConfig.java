package dev.convoy.experiments.config;

import dev.convoy.edgenode.EdgeNodeConfig;
import dev.convoy.experiments.config.binding.Conflicts;
import dev.convoy.experiments.config.binding.Inline;
import dev.convoy.learning.NeuralNetwork;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All edge nodes of an experiment.
 *
 * @param settings of every node
 * @param initialModel what all of them start from; by chance if there is none
 * @param link of every node
 * @param each what is different about some of them
 */
public record NodesConfig(
        int count,
        @Inline EdgeNodeConfig settings,
        Optional<InitialModel> initialModel,
        LinkConfig link,
        Map<NodeId, NodeOverrides> each) {
    static final int MOST = 1000;

    public NodesConfig {
        each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
        Conflicts conflicts = new Conflicts()
                .require(count >= 1 && count <= MOST, "count must be 1 to " + MOST + ": " + count, "count");
        for (NodeId node : each.keySet()) {
            String key = "each." + node;
            conflicts.require(node.number() <= count, unknown(node, count), key, "count");
            Optional<String> refusal = refusal(each.get(node).link(), link);
            conflicts.require(refusal.isEmpty(), "for " + node + " " + refusal.orElse(""), key + ".link", "link");
        }
        conflicts.throwIfAny();
    }

    public static NodesConfig standard() {
        return new NodesConfig(
                4,
                EdgeNodeConfig.standard(NeuralNetwork.standard()),
                Optional.empty(),
                LinkConfig.standard(),
                Map.of());
    }

    /** All of them, in order. */
    public List<NodeId> ids() {
        return IntStream.rangeClosed(1, count).mapToObj(NodeId::new).toList();
    }

    /** The same, the initial model written with all its parameters. */
    NodesConfig spelledOut() {
        return new NodesConfig(count, settings, initialModel.map(InitialModel::spelledOut), link, each);
    }

    /** How this node learns and exchanges, with what is different about it. */
    public EdgeNodeConfig settingsOf(NodeId node) {
        Duration compute = overrides(node).compute().orElse(settings.compute());
        return new EdgeNodeConfig(
                settings.learner(),
                settings.exchangeEvery(),
                settings.stagger(),
                settings.sync(),
                settings.adopt(),
                settings.proximal(),
                compute,
                settings.decideEvery(),
                settings.bufferRows(),
                settings.rowsPerOutcome(),
                settings.stepsPerOutcome(),
                settings.maximumSteps(),
                settings.pendingRows(),
                settings.detector());
    }

    /** This node's way to the aggregator and back. */
    public LinkConfig linkOf(NodeId node) {
        return overrides(node).link().over(link);
    }

    static String unknown(NodeId node, int count) {
        return "there is no " + node + "; the nodes are node-1" + (count > 1 ? " to node-" + count : "");
    }

    private NodeOverrides overrides(NodeId node) {
        return each.getOrDefault(node, NodeOverrides.standard());
    }

    private static Optional<String> refusal(LinkOverrides overrides, LinkConfig link) {
        try {
            overrides.over(link);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
