package dev.convoy.experiments.run;

import dev.convoy.experiments.records.RunRecorder;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.kafka.ActorProcess;
import dev.convoy.runtime.kafka.BrokerException;
import dev.convoy.runtime.kafka.ConfigTopic;
import dev.convoy.runtime.kafka.KafkaRun;
import dev.convoy.runtime.kafka.Pace;
import dev.convoy.runtime.kafka.RunObserver;
import dev.convoy.runtime.kafka.RunTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A run over Kafka with all actors in this JVM: not what anybody wants, but it touches all that processes touch. */
public final class WarmUp {
    private WarmUp() {}

    public static void run(Wiring wiring, String bootstrapServers, RunRecorder recorder)
            throws BrokerException, InterruptedException, ExecutionException {
        KafkaRun run = new KafkaRun("warm-up", Map.of("bootstrap.servers", bootstrapServers));
        new RunTopics(run).create(wiring.topology());
        new ConfigTopic(run).publish(wiring.spelledOut());
        ExecutorService pool = Executors.newCachedThreadPool();
        try (RunObserver observer =
                new RunObserver(run, wiring.topology(), wiring.recordedTopics(), new Kept(recorder))) {
            List<Future<Void>> actors = new ArrayList<>();
            for (ActorId actor : wiring.topology().actors()) {
                actors.add(pool.submit(() -> act(run, wiring, actor)));
            }
            while (!observer.poll(Duration.ofMillis(100))) {
                for (Future<Void> actor : actors) {
                    if (actor.isDone()) {
                        actor.get();
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Void act(KafkaRun run, Wiring wiring, ActorId actor) throws BrokerException, InterruptedException {
        try (ActorProcess process = new ActorProcess(
                run, wiring.topology(), wiring.actor(actor), wiring.seed(), wiring.durationMs(), Pace.unlimited())) {
            process.run();
        }
        return null;
    }

    private record Kept(RunRecorder recorder) implements Recorder {
        @Override
        public void record(Envelope<?> envelope) {
            recorder.accept(envelope);
        }

        @Override
        public void progress(ActorId actor, long runTimeMs) {}

        @Override
        public void deadLetter(DeadLetter letter) {}
    }
}
