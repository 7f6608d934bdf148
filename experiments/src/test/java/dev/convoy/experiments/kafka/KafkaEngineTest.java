package dev.convoy.experiments.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.convoy.experiments.broker.EmbeddedBroker;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.Topology;
import dev.convoy.runtime.kafka.ActorProcess;
import dev.convoy.runtime.kafka.KafkaRun;
import dev.convoy.runtime.kafka.Pace;
import dev.convoy.runtime.kafka.RunObserver;
import dev.convoy.runtime.kafka.RunTopics;
import dev.convoy.runtime.local.LocalEngine;
import dev.convoy.runtime.local.Settings;
import dev.convoy.runtime.relay.Ledger;
import dev.convoy.runtime.relay.Relay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kafka engine over a real broker, with each actor on a thread of its own. */
final class KafkaEngineTest {
    private static final long SEED = 11;
    private static final long DURATION_MS = 120_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(directory.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private final Relay relay = new Relay(4);
    private final Topology topology = relay.topology();

    private String local() throws InterruptedException {
        Ledger ledger = new Ledger();
        new LocalEngine(topology, relay::actor, SEED, DURATION_MS, Settings.of(2), ledger).run();
        return ledger.text();
    }

    private Ledger observe(KafkaRun run) throws Exception {
        Ledger ledger = new Ledger();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (RunObserver observer = new RunObserver(run, topology, topology.topics(), ledger)) {
            while (!observer.poll(Duration.ofMillis(200))) {
                assertTrue(System.nanoTime() < deadline, "the run did not end within " + LIMIT);
            }
        }
        return ledger;
    }

    private void runActor(KafkaRun run, ActorId id) throws Exception {
        try (ActorProcess process =
                new ActorProcess(run, topology, relay.actor(id), SEED, DURATION_MS, Pace.unlimited())) {
            process.run();
        }
    }

    @Test
    void theKafkaEngineGivesTheSameBytesAsTheLocalOne() throws Exception {
        KafkaRun run = new KafkaRun("relay-plain", Map.of("bootstrap.servers", broker.bootstrapServers()));
        new RunTopics(run).create(topology);
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<Void>> actors = topology.actors().stream()
                .map(id -> pool.submit(() -> {
                    runActor(run, id);
                    return (Void) null;
                }))
                .toList();
        long begin = System.nanoTime();
        Ledger ledger = observe(run);
        System.out.println("relay over Kafka: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        for (Future<Void> actor : actors) {
            actor.get();
        }
        pool.shutdown();
        assertEquals(local(), ledger.text());
        new RunTopics(run).delete();
    }
}
