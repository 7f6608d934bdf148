package dev.convoy.runtime.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A run on a Kafka cluster: what its topics are called and how to reach them.
 *
 * @param run the run's name with its nonce, such as {@code quickstart-3f9a2c}
 * @param client settings of every Kafka client, {@code bootstrap.servers} and security among them
 */
public record KafkaRun(String run, Map<String, String> client) {
    /** A transaction that stays open longer is aborted by the broker. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    /** Topics that belong to the engine beside those of the topology. */
    static final String CHECKPOINTS = "checkpoints";

    static final String DEAD_LETTERS = "dead-letters";
    static final String CONFIG = "config";

    public KafkaRun {
        client = Map.copyOf(client);
        if (!run.matches("[a-z0-9][a-z0-9-]{0,120}")) {
            throw new IllegalArgumentException("a run's name is lower-case letters, digits and '-': " + run);
        }
        if (!client.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("bootstrap.servers is missing");
        }
    }

    /** What all topics of this run begin with. */
    public String prefix() {
        return "convoy." + run + ".";
    }

    /** The topic's name on the cluster. */
    public String topic(String name) {
        return prefix() + name;
    }

    public Admin admin() {
        return Admin.create(settings(Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000)));
    }

    /** A consumer that is told at once what is new. */
    KafkaConsumer<byte[], byte[]> consumer() {
        return consumer(1, 500);
    }

    /** For whom nobody waits: fetches larger pieces, so that reading costs the broker a fraction of the requests. */
    KafkaConsumer<byte[], byte[]> unhurriedConsumer() {
        return consumer(256 << 10, 200);
    }

    private KafkaConsumer<byte[], byte[]> consumer(int fetchMinimumBytes, int fetchWaitMs) {
        return new KafkaConsumer<>(
                settings(Map.of(
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none",
                        "fetch.min.bytes",
                        fetchMinimumBytes,
                        "fetch.max.wait.ms",
                        fetchWaitMs,
                        "max.poll.records",
                        5_000,
                        "default.api.timeout.ms",
                        15_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * A producer that writes in transactions; a second one of the same writer fences the first. Nothing waits for
     * {@code linger.ms}, because a commit sends what has gathered at once; without it every record is a request.
     */
    KafkaProducer<byte[], byte[]> transactionalProducer(String writer) {
        return producer(
                Map.of("transactional.id", prefix() + writer, "transaction.timeout.ms", TRANSACTION_TIMEOUT_MS));
    }

    KafkaProducer<byte[], byte[]> plainProducer() {
        return producer(Map.of());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> special) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "acks", "all",
                "linger.ms", 50,
                "batch.size", 131_072,
                "max.block.ms", 15_000,
                "request.timeout.ms", 5_000,
                "delivery.timeout.ms", 10_000,
                "max.request.size", 16 << 20));
        settings.putAll(special);
        return new KafkaProducer<>(settings(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> settings(Map<String, Object> special) {
        Map<String, Object> settings = new HashMap<>(special);
        settings.put("enable.metrics.push", false);
        settings.put("metric.reporters", "");
        settings.putAll(client);
        return settings;
    }
}
