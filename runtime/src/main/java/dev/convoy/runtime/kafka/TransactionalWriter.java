package dev.convoy.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes records in transactions; a second one with the same name fences the first. */
final class TransactionalWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    /** Aborts what a predecessor of this name left open. */
    TransactionalWriter(KafkaRun run, String name) {
        producer = run.transactionalProducer(name);
        producer.initTransactions();
    }

    void begin() {
        producer.beginTransaction();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if any record of the transaction failed
    void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    /** Sends and waits for the record's offset. */
    long sendForOffset(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        Future<RecordMetadata> sent = producer.send(record);
        producer.flush();
        return sent.get().offset();
    }

    void commit() {
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
