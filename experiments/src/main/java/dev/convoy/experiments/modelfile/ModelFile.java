package dev.convoy.experiments.modelfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model as it is kept: {@code NAME.f32}, the bare parameters as little-endian binary32, listed with its checksum in
 * {@code models.json} beside it. The final models of a run have the same form, without a shape; of them only the number
 * of parameters can be compared with a learner.
 */
public record ModelFile(Parameters parameters, Optional<ModelShape> shape) {
    /** Changes when a reader of the index could misunderstand it. */
    public static final int SCHEMA = 1;

    public static final String INDEX = "models.json";
    public static final String SUFFIX = ".f32";
    public static final String FORMAT = "float32-little-endian";
    private static final long LONGEST_INDEX = 16 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The index as it stands in the file. */
    private record Index(int schema, List<Entry> models) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Entry(
            String model, String file, String format, long version, int parameters, String sha256, ModelShape shape) {}

    /** Writes the model and its index into a directory, and returns the model's file. */
    public static Path write(Path directory, String name, Parameters parameters, ModelShape shape) throws IOException {
        byte[] bytes = ParameterBytes.of(parameters);
        Path file = directory.resolve(name + SUFFIX);
        Entry entry =
                new Entry(name, name + SUFFIX, FORMAT, 0, parameters.size(), ParameterBytes.sha256(parameters), shape);
        Files.write(file, bytes);
        String index = JSON.writeValueAsString(new Index(SCHEMA, List.of(entry))) + "\n";
        Files.write(directory.resolve(INDEX), index.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    /** @throws ModelFileException if there is no such model, or its file is not what the index says */
    public static ModelFile read(Path file) throws ModelFileException {
        Path index = file.resolveSibling(INDEX);
        Entry entry = entry(file, index);
        if (!FORMAT.equals(entry.format())) {
            throw new ModelFileException(
                    index + ": the format of " + file.getFileName() + " is " + entry.format() + ", not " + FORMAT);
        }
        long length = size(file);
        if (length != (long) entry.parameters() * Float.BYTES) {
            throw new ModelFileException(file + " is damaged: it has " + length + " bytes, which are not the "
                    + entry.parameters() + " parameters of its index");
        }
        Parameters parameters = ParameterBytes.read(bytes(file));
        String sha256 = ParameterBytes.sha256(parameters);
        if (!sha256.equals(entry.sha256())) {
            throw new ModelFileException(
                    file + " is damaged: its SHA-256 is " + sha256 + ", its index has " + entry.sha256());
        }
        if (!parameters.isFinite()) {
            throw new ModelFileException(file + " holds a parameter that is not a finite number");
        }
        return new ModelFile(parameters, Optional.ofNullable(entry.shape()));
    }

    /** Why nodes with this workload and learner cannot start from this model; empty if they can. */
    public Optional<String> refusal(Workload workload, LearnerKind learner) {
        return shape.flatMap(known -> known.refusal(workload, learner))
                .or(() -> learner.form(
                                workload.schema().featureCount(),
                                workload.classes().size())
                        .flaw(parameters));
    }

    private static Entry entry(Path file, Path index) throws ModelFileException {
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file + " is a directory; name the model's " + SUFFIX + " file in it");
        }
        size(file);
        if (size(index) > LONGEST_INDEX) {
            throw new ModelFileException(index + " is too long for an index of models");
        }
        try {
            Index read = JSON.readValue(bytes(index), Index.class);
            if (read == null || read.schema() != SCHEMA) {
                throw new ModelFileException(index + " has schema version " + (read == null ? "none" : read.schema())
                        + "; version " + SCHEMA + " can be read");
            }
            String name = file.getFileName().toString();
            List<Entry> models = read.models() == null ? List.of() : read.models();
            return models.stream()
                    .filter(entry -> name.equals(entry.file()))
                    .findFirst()
                    .orElseThrow(() -> new ModelFileException(index + " does not list " + name));
        } catch (JsonProcessingException e) {
            throw new ModelFileException(index + " is damaged: " + e.getOriginalMessage(), e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(index, e);
        }
    }

    private static byte[] bytes(Path file) throws ModelFileException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long size(Path file) throws ModelFileException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ModelFileException unreadable(Path file, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new ModelFileException("there is no file " + file, cause)
                : new ModelFileException(file + " cannot be read", cause);
    }
}
