package dev.convoy.experiments.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How to reach an existing Kafka cluster. */
final class KafkaOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "an existing cluster, instead of the embedded broker")
    private String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "a file of Kafka client properties, such as security settings")
    private Path file;

    /** The settings of every client; empty if no cluster was named. */
    Optional<Map<String, String>> client() throws UsageException {
        Map<String, String> settings = new TreeMap<>();
        if (file != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageException("cannot read --kafka-config " + file + ": " + e.getMessage());
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        if (bootstrapServers != null) {
            settings.put("bootstrap.servers", bootstrapServers);
        }
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        if (!settings.containsKey("bootstrap.servers")) {
            throw new UsageException(
                    "--kafka-config " + file + " does not say bootstrap.servers; name --bootstrap-servers");
        }
        return Optional.of(settings);
    }

    Optional<Path> file() {
        return Optional.ofNullable(file).map(Path::toAbsolutePath);
    }
}
