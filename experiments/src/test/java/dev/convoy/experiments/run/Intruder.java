package dev.convoy.experiments.run;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.ModelUpdate;
import dev.convoy.exchange.Upload;
import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.learning.ParameterForm;
import dev.convoy.learning.Parameters;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.Rejection;
import dev.convoy.telemetry.FieldValues;
import dev.convoy.telemetry.NodeId;
import dev.convoy.telemetry.Phase;
import dev.convoy.telemetry.Telemetry;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.wire.FleetMessageJson;
import dev.convoy.wire.UploadProtobuf;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A plain Kafka client that writes bad records of every kind into the topics of a run while it runs. */
final class Intruder implements Recorder, AutoCloseable {
    private static final long HOUR_MS = 3_600_000;
    private static final String GOOD = new String(
            new FleetMessageJson(VehicleField.workload()).encode(telemetry(5 * HOUR_MS)), StandardCharsets.UTF_8);

    static final Map<Rejection, byte[]> TELEMETRY = new EnumMap<>(Map.of(
            Rejection.UNPARSABLE, bytes("{not json"),
            Rejection.WRONG_SHAPE, bytes("{\"type\":\"telemetry\",\"vehicle\":\"v-001\"}"),
            Rejection.NON_FINITE, bytes(GOOD.replaceFirst("\"capacity_kwh\":[0-9.]+", "\"capacity_kwh\":1e999")),
            Rejection.TOO_LARGE, bytes(GOOD + " ".repeat(20_000)),
            Rejection.TOO_LATE, new FleetMessageJson(VehicleField.workload()).encode(telemetry(1)),
            Rejection.FOREIGN, bytes(GOOD)));

    static final Map<Rejection, byte[]> UPDATES = new EnumMap<>(Map.of(
            Rejection.UNPARSABLE, bytes("not protobuf"),
            Rejection.WRONG_SHAPE, update(3, 0.5f),
            // an update of NaN is for the aggregator to reject, with a fate; this one nobody would
            Rejection.NON_FINITE, finalModel(parameterCount(), Float.NaN),
            Rejection.TOO_LARGE, new byte[100_000],
            Rejection.FOREIGN, update(parameterCount(), 0.5f)));

    private final RunRecorder recorder;
    private final String prefix;
    private final Map<String, Object> client;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SortedMap<String, Set<Rejection>> letters = new TreeMap<>();
    private boolean sent;

    Intruder(RunRecorder recorder, String bootstrapServers, String prefix) {
        this.recorder = recorder;
        this.prefix = prefix;
        this.client = Map.of("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Of the workload's default network. */
    private static int parameterCount() {
        int features = VehicleField.schema().featureCount();
        return (features + 1) * 12 + 13 * 8 + 9;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Telemetry telemetry(long timeMs) {
        double[] values = new double[VehicleField.values().length];
        java.util.Arrays.fill(values, 0.5);
        values[VehicleField.CAPACITY_KWH.ordinal()] = 60.5;
        return new Telemetry("v-001", "Model", 1, 1, Phase.TO_STATION, timeMs, FieldValues.of(values));
    }

    private static byte[] update(int size, float value) {
        return encoded(
                size,
                new ModelUpdate(
                        new NodeId(1), 1, 0, 8, 1_000, 0.5, ModelUpdate.Content.DELTA, parameters(size, value)));
    }

    private static byte[] finalModel(int size, float value) {
        return encoded(size, new FinalModel(new NodeId(1), 0, parameters(size, value)));
    }

    private static byte[] encoded(int size, Upload upload) {
        return new UploadProtobuf(ParameterForm.ofSize(size)).encode(upload);
    }

    private static Parameters parameters(int size, float value) {
        float[] parameters = new float[size];
        java.util.Arrays.fill(parameters, value);
        return Parameters.of(parameters);
    }

    @Override
    public void record(Envelope<?> envelope) {
        recorder.accept(envelope);
    }

    @Override
    public void progress(ActorId actor, long runTimeMs) {
        if (!sent && actor.name().equals("node-1") && runTimeMs > HOUR_MS) {
            sent = true;
            TELEMETRY.values().forEach(value -> send("telemetry.node-1", value));
            UPDATES.values().forEach(value -> send("updates", value));
            producer.flush();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what did not arrive is missed among the dead letters
    private void send(String topic, byte[] value) {
        producer.send(new ProducerRecord<>(prefix + topic, 0, null, value));
    }

    @Override
    public void deadLetter(DeadLetter letter) {
        letters.computeIfAbsent(letter.topic(), t -> new TreeSet<>()).add(letter.reason());
    }

    Set<Rejection> reasons(String topic) {
        return letters.getOrDefault(topic, Set.of());
    }

    Set<String> topicsLeft() throws Exception {
        try (Admin admin = Admin.create(client)) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(prefix))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
