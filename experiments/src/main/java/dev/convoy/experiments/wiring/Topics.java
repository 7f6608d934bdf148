package dev.convoy.experiments.wiring;

import dev.convoy.exchange.ForwardedRows;
import dev.convoy.exchange.GlobalModel;
import dev.convoy.exchange.Request;
import dev.convoy.exchange.Upload;
import dev.convoy.learning.ParameterForm;
import dev.convoy.metric.Metric;
import dev.convoy.prediction.PredictionMessage;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Codec;
import dev.convoy.runtime.Topic;
import dev.convoy.telemetry.FleetMessage;
import dev.convoy.telemetry.Workload;
import dev.convoy.wire.FleetMessageJson;
import dev.convoy.wire.ForwardedRowsProtobuf;
import dev.convoy.wire.GlobalModelProtobuf;
import dev.convoy.wire.MetricJson;
import dev.convoy.wire.PredictionMessageJson;
import dev.convoy.wire.RequestJson;
import dev.convoy.wire.UploadProtobuf;
import dev.convoy.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The topics of a run. */
record Topics(
        List<Topic<FleetMessage>> telemetry,
        Topic<Upload> updates,
        Topic<GlobalModel> models,
        Optional<Topic<Request>> requests,
        Optional<Topic<ForwardedRows>> centralData,
        Topic<PredictionMessage> predictions,
        Topic<Metric> metrics) {
    private static final int SMALL = 16 * 1024;
    private static final int LARGE = 1024 * 1024;

    /** What a model's record takes beside four bytes for each of its numbers. */
    private static final int MODEL_OVERHEAD = 4096;

    /** Vectors in a model's record, of a number for each parameter: the parameters and, if any, a control variate. */
    private static final int MODEL_VECTORS = 2;

    /**
     * @param form of the parameters; a model of another form is not of this run
     * @param requests whether the aggregator asks anything of nodes
     * @param forwarding whether nodes forward the rows that they learn from
     */
    static Topics of(
            ActorId fleet,
            List<ActorId> nodes,
            ActorId aggregator,
            Workload workload,
            ParameterForm form,
            boolean requests,
            boolean forwarding) {
        Codec<FleetMessage> fleetCodec =
                new WireCodec<>(new FleetMessageJson(workload), SMALL, m -> OptionalLong.of(m.timeMs()));
        List<Topic<FleetMessage>> telemetry = nodes.stream()
                .map(node -> new Topic<>("telemetry." + node, fleetCodec, List.of(fleet), List.of(node)))
                .toList();
        List<ActorId> all = new ArrayList<>(nodes);
        all.add(0, fleet);
        all.add(aggregator);
        int modelBytes = MODEL_VECTORS * 4 * form.most() + MODEL_OVERHEAD;
        return new Topics(
                telemetry,
                new Topic<>(
                        "updates",
                        new WireCodec<>(new UploadProtobuf(form), modelBytes, m -> OptionalLong.empty()),
                        nodes,
                        List.of(aggregator)),
                new Topic<>(
                        "models",
                        new WireCodec<>(new GlobalModelProtobuf(form), modelBytes, m -> OptionalLong.of(m.timeMs())),
                        List.of(aggregator),
                        nodes),
                requests ? Optional.of(requests(aggregator, nodes)) : Optional.<Topic<Request>>empty(),
                forwarding
                        ? Optional.of(centralData(nodes, aggregator, workload))
                        : Optional.<Topic<ForwardedRows>>empty(),
                recorded("predictions", new PredictionMessageJson(), nodes),
                recorded("metrics", new MetricJson(), all));
    }

    private static Topic<Request> requests(ActorId aggregator, List<ActorId> nodes) {
        return new Topic<>(
                "requests",
                new WireCodec<>(new RequestJson(), SMALL, m -> OptionalLong.of(m.timeMs())),
                List.of(aggregator),
                nodes);
    }

    private static Topic<ForwardedRows> centralData(List<ActorId> nodes, ActorId aggregator, Workload workload) {
        int features = workload.schema().featureCount();
        int bytes = ForwardedRows.MOST_ROWS * 4 * (features + 1) + MODEL_OVERHEAD;
        return new Topic<>(
                "central-data",
                new WireCodec<>(
                        new ForwardedRowsProtobuf(features, workload.classes().size()),
                        bytes,
                        m -> OptionalLong.of(m.timeMs())),
                nodes,
                List.of(aggregator));
    }

    private static <M> Topic<M> recorded(String name, Wire<M> wire, List<ActorId> writers) {
        return new Topic<>(name, new WireCodec<>(wire, LARGE, m -> OptionalLong.empty()), writers, List.of());
    }

    List<Topic<?>> all() {
        List<Topic<?>> all = new ArrayList<>(telemetry);
        all.addAll(recordedTopics());
        return all;
    }

    /** Those from which the results of a run are made. */
    List<Topic<?>> recordedTopics() {
        List<Topic<?>> recorded = new ArrayList<>(List.of(updates, models, predictions, metrics));
        requests.ifPresent(recorded::add);
        centralData.ifPresent(recorded::add);
        return recorded;
    }
}
