package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.processes.Readiness;
import dev.convoy.experiments.wiring.Wiring;
import dev.convoy.runtime.ActorId;
import dev.convoy.runtime.kafka.ActorProcess;
import dev.convoy.runtime.kafka.ConfigTopic;
import dev.convoy.runtime.kafka.KafkaRun;
import dev.convoy.runtime.kafka.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every process of a run needs to find it. */
final class ActorOptions {
    private static final Duration CONFIGURATION_LIMIT = Duration.ofMinutes(1);

    @Option(
            names = "--run",
            required = true,
            paramLabel = "NAME",
            description = "the run's name with its nonce, as its topics have it")
    private String run;

    @Option(names = "--speed", defaultValue = "Infinity", hidden = true)
    private double speed;

    @Option(names = "--stop-with-parent", hidden = true)
    private boolean stopWithParent;

    @Mixin
    private KafkaOptions kafka;

    /** Runs this actor to the end of the run, or continues it where a predecessor left off. */
    int run(ActorId id) throws Exception {
        if (stopWithParent) {
            Readiness.stopWithParent(() -> {});
        }
        Map<String, String> client =
                kafka.client().orElseThrow(() -> new UsageException("name the cluster with --bootstrap-servers"));
        KafkaRun kafkaRun = kafkaRun(client);
        String text = new ConfigTopic(kafkaRun)
                .await(CONFIGURATION_LIMIT)
                .orElseThrow(() -> new UsageException("run " + run + " has no configuration on this cluster"));
        Wiring wiring = new Wiring(Experiments.parse("the configuration of run " + run, text, List.of()));
        if (!wiring.topology().actors().contains(id)) {
            throw new UsageException("run " + run + " has no " + id + "; it has "
                    + wiring.topology().actors());
        }
        Pace pace = new Pace(speed, System.nanoTime());
        try (ActorProcess process = new ActorProcess(
                kafkaRun, wiring.topology(), wiring.actor(id), wiring.seed(), wiring.durationMs(), pace)) {
            Readiness.announce(id.name());
            process.run();
        }
        return Answers.DONE;
    }

    private KafkaRun kafkaRun(Map<String, String> client) throws UsageException {
        try {
            return new KafkaRun(run, client);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
