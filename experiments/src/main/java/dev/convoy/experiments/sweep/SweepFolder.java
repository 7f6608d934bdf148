package dev.convoy.experiments.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.convoy.experiments.config.Measure;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.records.WholeFile;
import dev.convoy.experiments.run.Directories;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The directory of a sweep. Below {@code runs/} lies a file for each finished run, whole or not at all, by which a sweep
 * that was interrupted goes on where it stopped.
 */
public final class SweepFolder implements AutoCloseable {
    private static final String RUNS = "runs";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final FileChannel lock;

    private SweepFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens the directory for this process alone; makes it if it is not there.
     *
     * @throws IOException with a message for the user, if it cannot be written or holds something else
     */
    public static SweepFolder open(Path path) throws IOException {
        Path runs = path.resolve(RUNS);
        if (Files.isDirectory(path) && !Files.isDirectory(runs)) {
            try (Stream<Path> entries = Files.list(path)) {
                if (entries.findAny().isPresent()) {
                    throw new RunFileException(path + " holds something else than a sweep: name another directory");
                }
            }
        }
        try {
            Files.createDirectories(runs);
            FileChannel lock =
                    FileChannel.open(runs.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new RunFileException("another sweep is at work in " + path);
            }
            return new SweepFolder(path, lock);
        } catch (RunFileException e) {
            throw e;
        } catch (IOException e) {
            throw new RunFileException("cannot make the directory " + path + ": " + e.getMessage());
        }
    }

    public Path path() {
        return path;
    }

    /** What the run left when it was made earlier; nothing if it was not, or if its file cannot be understood. */
    Optional<RunResult> result(PlannedRun run) throws IOException {
        Path file = file(run);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            Map<Measure, Double> values = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                JsonNode value = json.required("measures").path(measure.column());
                if (value.isNumber()) {
                    values.put(measure, value.doubleValue());
                }
            }
            SortedMap<Long, Double> accuracy = new TreeMap<>();
            json.required("accuracy")
                    .fields()
                    .forEachRemaining(at -> accuracy.put(
                            Long.parseLong(at.getKey()), at.getValue().doubleValue()));
            JsonNode pace = json.required("pace");
            return Optional.of(new RunResult(
                    values,
                    accuracy,
                    new RunResult.Pace(
                            pace.required("records").longValue(),
                            pace.required("wall_seconds").doubleValue())));
        } catch (IOException | IllegalArgumentException e) {
            Files.delete(file);
            return Optional.empty();
        }
    }

    void keep(PlannedRun run, RunResult result) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("experiment", run.experiment().name());
        json.put("seed", run.seed());
        ObjectNode measures = json.putObject("measures");
        result.values().forEach((measure, value) -> measures.put(measure.column(), value));
        ObjectNode accuracy = json.putObject("accuracy");
        result.accuracy().forEach((timeMs, share) -> accuracy.put(Long.toString(timeMs), share));
        ObjectNode pace = json.putObject("pace");
        pace.put("records", result.pace().records());
        pace.put("wall_seconds", result.pace().wallSeconds());
        WholeFile.write(file(run), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /** Where a run may leave what only somebody looks at who asks why it failed. */
    Path workplace(PlannedRun run) {
        return path.resolve(RUNS).resolve(run.key());
    }

    /** Removes what a run left there. */
    void clear(PlannedRun run) throws IOException {
        Directories.delete(workplace(run));
    }

    private Path file(PlannedRun run) {
        return path.resolve(RUNS).resolve(run.key() + ".json");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
