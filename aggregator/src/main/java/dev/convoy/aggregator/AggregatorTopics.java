package dev.convoy.aggregator;

import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Upload;
import dev.convoy.metric.Metric;
import dev.convoy.runtime.Topic;

/** The topics an aggregator reads (updates) and writes (models, metrics). */
public record AggregatorTopics(Topic<Upload> updates, Topic<GlobalModel> models, Topic<Metric> metrics) {}
