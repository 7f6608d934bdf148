package dev.convoy.edgenode;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.metric.Metric;
import dev.convoy.prediction.PredictionMessage;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import java.util.Optional;

/**
 * What an edge node reads and writes.
 *
 * @param telemetry its own
 * @param requests of the aggregator, where it makes any
 * @param centralData of the rows it forwards, where it is to
 * @param aggregator who is sent its updates and its rows
 */
public record EdgeNodeTopics(
        Topic<FleetMessage> telemetry,
        Topic<GlobalModel> models,
        Optional<Topic<Request>> requests,
        Topic<Upload> updates,
        Optional<Topic<ForwardedRows>> centralData,
        Topic<PredictionMessage> predictions,
        Topic<Metric> metrics,
        ActorId aggregator) {}
