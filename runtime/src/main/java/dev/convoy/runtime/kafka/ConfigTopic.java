package dev.convoy.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The topic from which all processes of a run take their configuration. */
public final class ConfigTopic {
    private static final String KEY = "experiment";

    private final KafkaRun run;

    public ConfigTopic(KafkaRun run) {
        this.run = run;
    }

    public void publish(String configuration) throws InterruptedException, BrokerException {
        try (KafkaProducer<byte[], byte[]> producer = run.plainProducer()) {
            producer.send(new ProducerRecord<>(
                            run.topic(KafkaRun.CONFIG),
                            KEY.getBytes(StandardCharsets.UTF_8),
                            configuration.getBytes(StandardCharsets.UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw BrokerException.of("cannot publish the configuration of run " + run.run(), e);
        }
    }

    /** Waits for the configuration; empty if there is none within this time. */
    public Optional<String> await(Duration limit) throws BrokerException {
        long deadline = System.nanoTime() + limit.toNanos();
        TopicPartition partition = new TopicPartition(run.topic(KafkaRun.CONFIG), 0);
        try (KafkaConsumer<byte[], byte[]> consumer = run.consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    if (record.value() != null) {
                        return Optional.of(new String(record.value(), StandardCharsets.UTF_8));
                    }
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw BrokerException.of("cannot read the configuration of run " + run.run(), e);
        }
    }
}
