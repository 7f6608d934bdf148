package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Topic;
import java.util.Optional;

/**
 * The topics an aggregator reads (updates) and writes (the others).
 *
 * @param requests where {@link AggregatorConfig#asksNodes} only
 */
public record AggregatorTopics(
        Topic<Upload> updates, Topic<GlobalModel> models, Optional<Topic<Request>> requests, Topic<Metric> metrics) {}
