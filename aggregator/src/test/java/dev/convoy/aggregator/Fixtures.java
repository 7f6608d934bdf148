package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.ModelUpdate.Content;
import dev.convoy.exchange.Upload;
import dev.convoy.learning.Parameters;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the tests of this module share. */
final class Fixtures {
    static final ActorId AGGREGATOR = new ActorId("aggregator");
    static final Optional<Duration> NO_DEADLINE = Optional.empty();

    private Fixtures() {}

    static NodeId node(int number) {
        return new NodeId(number);
    }

    static ActorId actor(NodeId node) {
        return new ActorId(node.toString());
    }

    static List<Participant> participants(int nodes, Duration gap) {
        return IntStream.rangeClosed(1, nodes)
                .mapToObj(Fixtures::node)
                .map(node -> new Participant(node, actor(node), gap))
                .toList();
    }

    static AggregatorTopics topics() {
        List<ActorId> writers = List.of(AGGREGATOR);
        return new AggregatorTopics(
                new Topic<Upload>("updates", noCodec(), writers, writers),
                new Topic<GlobalModel>("models", noCodec(), writers, writers),
                new Topic<Metric>("metrics", noCodec(), writers, List.of()));
    }

    static Aggregator aggregator(AggregatorConfig config, Parameters initial, int nodes) {
        return new Aggregator(AGGREGATOR, config, initial, participants(nodes, Duration.ZERO), topics());
    }

    static AggregatorConfig config(Strategy strategy, Weighting weighting, int updates) {
        return new AggregatorConfig(
                strategy,
                weighting,
                new Trigger(Optional.of(updates), NO_DEADLINE),
                StalenessPolicy.standard(),
                ServerOptimiser.None.standard());
    }

    static AggregatorConfig limited(AggregatorConfig config, StalenessLimit limit) {
        return new AggregatorConfig(
                config.strategy(),
                config.weighting(),
                config.trigger(),
                new StalenessPolicy(
                        limit, StalenessPolicy.Beyond.REJECT, config.staleness().weight()),
                config.serverOptimiser());
    }

    static AggregatorConfig triggered(AggregatorConfig config, Trigger trigger) {
        return new AggregatorConfig(
                config.strategy(), config.weighting(), trigger, config.staleness(), config.serverOptimiser());
    }

    static AggregatorConfig optimised(AggregatorConfig config, ServerOptimiser optimiser) {
        return new AggregatorConfig(
                config.strategy(), config.weighting(), config.trigger(), config.staleness(), optimiser);
    }

    static ModelUpdate delta(int node, long round, long base, int examples, float... values) {
        return new ModelUpdate(node(node), round, base, examples, 0, 0.5, Content.DELTA, Parameters.of(values));
    }

    static ModelUpdate parameters(int node, long round, long base, int examples, float... values) {
        return new ModelUpdate(node(node), round, base, examples, 0, 0.5, Content.PARAMETERS, Parameters.of(values));
    }

    private static <M> Codec<M> noCodec() {
        return new Codec<>() {
            @Override
            public byte[] encode(M message) {
                throw new UnsupportedOperationException("messages are handed over as objects here");
            }

            @Override
            public M decode(byte[] bytes) {
                throw new UnsupportedOperationException("messages are handed over as objects here");
            }
        };
    }
}
