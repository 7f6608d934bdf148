package dev.convoy.experiments.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.modelfile.ParameterBytes;
import dev.convoy.learning.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The models at the end of a run: {@code models/node-1.f32} and so on and {@code models/global.f32}, each the bare
 * parameters as little-endian binary32, and {@code models/models.json}, which says what they are. Each can be another
 * run's initial model.
 */
public final class FinalModels {
    static final String DIRECTORY = "models";
    static final String INDEX = ModelFile.INDEX;
    public static final String GLOBAL = "global";
    static final String SUFFIX = ModelFile.SUFFIX;

    /**
     * One line of the index.
     *
     * @param model a node, or {@code global}
     * @param version of the global model it is or goes back to
     * @param parameters how many
     */
    record Entry(String model, String file, String format, long version, int parameters, String sha256) {
        Entry {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** The index as it stands in the file: nodes first, by number. */
    record Index(int schema, List<Entry> models) {
        Index {
            models = models == null ? List.of() : List.copyOf(models);
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Path directory;

    FinalModels(Path runDirectory) throws IOException {
        directory = runDirectory.resolve(DIRECTORY);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw RunFileException.unwritable(directory, e);
        }
    }

    /** Writes one model and returns its bytes. */
    byte[] write(String model, long version, Parameters parameters) throws IOException {
        byte[] bytes = ParameterBytes.of(parameters);
        String sha256 = WholeFile.write(directory.resolve(model + SUFFIX), bytes);
        entries.add(new Entry(model, model + SUFFIX, ModelFile.FORMAT, version, parameters.size(), sha256));
        return bytes;
    }

    /** Writes the index and returns the SHA-256 of every file by its name in the run's directory. */
    SortedMap<String, String> commit() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        entries.forEach(entry -> files.put(DIRECTORY + "/" + entry.file(), entry.sha256()));
        files.put(
                DIRECTORY + "/" + INDEX,
                WholeFile.write(directory.resolve(INDEX), Json.bytes(new Index(ModelFile.SCHEMA, entries))));
        return files;
    }

    /** The index of a run's final models. */
    static List<Entry> read(Path runDirectory) throws IOException {
        Path file = runDirectory.resolve(DIRECTORY).resolve(INDEX);
        try {
            return Json.read(Files.readAllBytes(file), Index.class).models();
        } catch (JsonProcessingException e) {
            throw new RunFileException(DIRECTORY + "/" + INDEX + " is damaged: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
    }

    /** The final models of a run by their names, nodes first. */
    public static Map<String, Parameters> parameters(Path runDirectory) throws IOException {
        Map<String, Parameters> parameters = new LinkedHashMap<>();
        for (Entry entry : read(runDirectory)) {
            parameters.put(entry.model(), ParameterBytes.read(bytes(runDirectory, entry)));
        }
        return parameters;
    }

    static byte[] bytes(Path runDirectory, Entry entry) throws IOException {
        Path file = runDirectory.resolve(DIRECTORY).resolve(entry.file());
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
    }
}
