package dev.convoy.experiments.run;

import dev.convoy.experiments.processes.ChildProcess;
import dev.convoy.experiments.processes.JavaCommand;
import dev.convoy.experiments.processes.Supervisor;
import dev.convoy.experiments.processes.Supervisor.Restart;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.DeadLetter;
import dev.convoy.runtime.Envelope;
import dev.convoy.runtime.Recorder;
import dev.convoy.runtime.kafka.BrokerException;
import dev.convoy.runtime.kafka.ConfigTopic;
import dev.convoy.runtime.kafka.KafkaRun;
import dev.convoy.runtime.kafka.RunObserver;
import dev.convoy.runtime.kafka.RunTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Kafka engine: one process per actor, and a broker of its own unless one is named. */
public record ProcessRun(Cluster cluster, String runName, Path directory, JavaCommand java, double speed)
        implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessRun.class);
    private static final Duration BROKER_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * Where the topics are.
     *
     * @param client settings of an existing cluster; empty for the embedded broker
     * @param clientFile the file some of them came from, which the processes read themselves
     * @param port of the embedded broker; 0 for any that is free
     * @param keepTopics whether the topics stay on an existing cluster
     * @param keepBrokerData whether the embedded broker's directory stays
     */
    public record Cluster(
            Optional<Map<String, String>> client,
            Optional<Path> clientFile,
            int port,
            boolean keepTopics,
            boolean keepBrokerData) {}

    @Override
    public String word() {
        return "kafka";
    }

    @Override
    public List<Restart> run(Wiring wiring, Recorder recorder) throws RunFailedException, InterruptedException {
        try {
            if (cluster.client().isPresent()) {
                return runOn(new KafkaRun(runName, cluster.client().get()), wiring, recorder, Optional.empty());
            }
            Path data = directory.resolve("broker-data");
            try (OnExit cleaning = new OnExit(() -> cleanAfterInterruption(data));
                    ChildProcess broker =
                            ChildProcess.start("broker", java, brokerArguments(data), logs().resolve("broker.log"))) {
                String address = broker.awaitReady(BROKER_LIMIT);
                LOG.info("the broker is ready at {}", address);
                KafkaRun run = new KafkaRun(runName, Map.of("bootstrap.servers", address));
                List<Restart> restarts = runOn(run, wiring, recorder, Optional.of(broker));
                if (!cluster.keepBrokerData()) {
                    broker.kill(); // an orderly end would be for its data's sake
                }
                return restarts;
            } finally {
                if (!cluster.keepBrokerData()) {
                    Directories.delete(data);
                }
            }
        } catch (IOException | BrokerException e) {
            throw new RunFailedException(e.getMessage() + Disk.hint(directory), e);
        }
    }

    private List<String> brokerArguments(Path data) {
        List<String> arguments = new ArrayList<>(List.of("broker", "--stop-with-parent"));
        arguments.addAll(List.of("--port", Integer.toString(cluster.port()), "--data", data.toString()));
        if (!cluster.keepBrokerData()) {
            arguments.add("--temporary");
        }
        return arguments;
    }

    /** The children end with this process, whose end of their standard input is gone then. */
    private void cleanAfterInterruption(Path data) {
        try {
            ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            if (!cluster.keepBrokerData()) {
                Directories.delete(data);
            }
        } catch (IOException e) {
            LOG.warn("cannot remove {}", data, e);
        }
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    private List<Restart> runOn(KafkaRun run, Wiring wiring, Recorder recorder, Optional<ChildProcess> broker)
            throws RunFailedException, BrokerException, IOException, InterruptedException {
        RunTopics topics = new RunTopics(run);
        topics.create(wiring.topology());
        try {
            new ConfigTopic(run).publish(wiring.spelledOut());
            return supervise(run, wiring, recorder, broker);
        } finally {
            if (broker.isEmpty() && !cluster.keepTopics()) {
                topics.delete();
            }
        }
    }

    private List<Restart> supervise(KafkaRun run, Wiring wiring, Recorder recorder, Optional<ChildProcess> broker)
            throws RunFailedException, BrokerException, IOException, InterruptedException {
        try (Supervisor supervisor = new Supervisor(java, actor -> arguments(run, actor), logs());
                RunObserver observer = new RunObserver(
                        run, wiring.topology(), wiring.recordedTopics(), new Tee(supervisor, recorder))) {
            for (ActorId actor : wiring.topology().actors()) {
                supervisor.start(actor);
            }
            LOG.info("the processes are started");
            while (!observer.poll(LOOK)) {
                supervisor.check();
                if (broker.isPresent() && !broker.get().isAlive()) {
                    // Whether the disk is full must be seen before the broker's data are removed.
                    throw new RunFailedException(broker.get().lastWords() + Disk.hint(directory));
                }
            }
            LOG.info("all records have been read");
            return supervisor.restarts();
        }
    }

    private List<String> arguments(KafkaRun run, ActorId actor) {
        List<String> arguments = new ArrayList<>(Wiring.command(actor));
        arguments.addAll(List.of("--stop-with-parent", "--run", run.run(), "--speed", Double.toString(speed)));
        arguments.addAll(List.of("--bootstrap-servers", run.client().get("bootstrap.servers")));
        cluster.clientFile().ifPresent(file -> arguments.addAll(List.of("--kafka-config", file.toString())));
        return arguments;
    }

    /** Tells the supervisor of progress on the way to the recorder. */
    private record Tee(Supervisor supervisor, Recorder recorder) implements Recorder {
        @Override
        public void record(Envelope<?> envelope) {
            recorder.record(envelope);
        }

        @Override
        public void progress(ActorId actor, long runTimeMs) {
            supervisor.progress(actor, runTimeMs);
            recorder.progress(actor, runTimeMs);
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            recorder.deadLetter(letter);
        }
    }
}
