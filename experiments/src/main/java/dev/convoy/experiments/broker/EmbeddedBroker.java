package dev.convoy.experiments.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A KRaft broker and controller in this JVM. It listens on the loopback interface only. Kafka ends the whole JVM when it
 * meets an error it cannot survive, so it is given one of its own.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE_ID = 1;
    private static final String LOOPBACK = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;

    /**
     * Formats the directory where that has not been done, and starts.
     *
     * @param port to listen on; 0 for any free one
     * @throws IOException if the port is taken or the directory cannot be written; the message is one line for a user
     */
    public EmbeddedBroker(Path directory, int port) throws IOException {
        this.port = port == 0 ? freePort() : port;
        requireFree(this.port);
        int controllerPort = freePort();
        Files.createDirectories(directory);
        KafkaConfig config = KafkaConfig.fromProps(settings(directory, this.port, controllerPort));
        format(directory);
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    public String bootstrapServers() {
        return LOOPBACK + ":" + port;
    }

    /** Blocks until the broker has been closed. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws IOException {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE_ID)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IOException("cannot prepare the broker's directory " + directory + ": " + e.getMessage(), e);
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + LOOPBACK + ":" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "CLIENTS",
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "CLIENTS://" + LOOPBACK + ":" + port + ",CONTROLLER://" + LOOPBACK + ":" + controllerPort,
                "advertised.listeners",
                "CLIENTS://" + LOOPBACK + ":" + port,
                "log.dirs",
                directory.toString(),
                "auto.create.topics.enable",
                "false"));
        settings.putAll(Map.of(
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "num.network.threads", "2"));
        settings.putAll(Map.of(
                "num.io.threads",
                "2",
                "background.threads",
                "2",
                "num.recovery.threads.per.data.dir",
                "1",
                "log.cleaner.dedupe.buffer.size",
                Integer.toString(4 << 20),
                "log.index.size.max.bytes",
                Integer.toString(1 << 20),
                "message.max.bytes",
                Integer.toString(16 << 20),
                "replica.fetch.max.bytes",
                Integer.toString(16 << 20),
                "controlled.shutdown.enable",
                "false"));
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            throw new IOException("port " + port + " is in use; name another one, or 0 for any that is free", e);
        }
    }
}
