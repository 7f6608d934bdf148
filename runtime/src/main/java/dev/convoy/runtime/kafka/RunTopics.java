package dev.convoy.runtime.kafka;

import dev.convoy.runtime.Topic;
import dev.convoy.runtime.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes and removes the topics of a run, with explicit settings. */
public final class RunTopics {
    private static final int SECONDS = 30;
    private static final int MAXIMUM_MESSAGE_BYTES = 16 << 20;

    private final KafkaRun run;

    public RunTopics(KafkaRun run) {
        this.run = run;
    }

    /** Creates all topics: one partition per writer, kept without time limit. */
    public void create(Topology topology) throws InterruptedException, BrokerException {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic<?> topic : topology.topics()) {
            topics.add(topic(topic.name(), topic.writers().size(), "delete"));
        }
        int actors = topology.actors().size();
        topics.add(topic(KafkaRun.CHECKPOINTS, actors, "delete"));
        topics.add(topic(KafkaRun.DEAD_LETTERS, actors, "delete"));
        topics.add(topic(KafkaRun.CONFIG, 1, "compact"));
        try (Admin admin = run.admin()) {
            requireBroker(admin);
            admin.createTopics(topics).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw BrokerException.of("cannot create the topics of run " + run.run(), e);
        }
    }

    private void requireBroker(Admin admin) throws InterruptedException, BrokerException {
        try {
            admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw BrokerException.of(
                    "no Kafka broker answers at " + run.client().get("bootstrap.servers"), e);
        }
    }

    /** Deletes all topics of the run. */
    public void delete() throws InterruptedException, BrokerException {
        try (Admin admin = run.admin()) {
            Set<String> names = new TreeSet<>(admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS));
            names.removeIf(name -> !name.startsWith(run.prefix()));
            admin.deleteTopics(names).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw BrokerException.of("cannot delete the topics of run " + run.run(), e);
        }
    }

    private NewTopic topic(String name, int partitions, String cleanup) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", cleanup);
        settings.put("retention.ms", "-1");
        settings.put("retention.bytes", "-1");
        settings.put("max.message.bytes", Integer.toString(MAXIMUM_MESSAGE_BYTES));
        settings.put("message.timestamp.type", "CreateTime");
        return new NewTopic(run.topic(name), Optional.of(partitions), Optional.empty()).configs(settings);
    }
}
