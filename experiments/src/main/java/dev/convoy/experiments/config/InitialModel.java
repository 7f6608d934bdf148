package dev.convoy.experiments.config;

import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.modelfile.ModelFileException;
import dev.convoy.experiments.modelfile.ParameterBytes;
import dev.convoy.learning.LearnerKind;
import dev.convoy.learning.Parameters;
import dev.convoy.telemetry.Workload;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * The trained model that all nodes and the aggregator start from. A user names its file; the canonical form has its
 * SHA-256, so that no result depends on where the file lies; processes get its parameters spelled out.
 */
public final class InitialModel {
    private static final String HASH = "sha256:";
    private static final String SPELLED_OUT = "float32:";

    /** Spelled out it must fit into a configuration. */
    private static final int MOST_PARAMETERS = 40_000;

    private final ModelFile model;
    private final boolean spelledOut;

    private InitialModel(ModelFile model, boolean spelledOut) {
        this.model = model;
        this.spelledOut = spelledOut;
        int count = model.parameters().size();
        if (count > MOST_PARAMETERS) {
            throw new IllegalArgumentException(
                    "an initial model may have at most " + MOST_PARAMETERS + " parameters: " + count);
        }
    }

    /**
     * @param word a model's file, or its parameters spelled out
     * @throws IllegalArgumentException if there is no such model, or it is damaged
     */
    public static InitialModel parse(String word) {
        if (word.startsWith(SPELLED_OUT)) {
            byte[] bytes = Base64.getDecoder().decode(word.substring(SPELLED_OUT.length()));
            return new InitialModel(new ModelFile(ParameterBytes.read(bytes), Optional.empty()), false);
        }
        if (word.startsWith(HASH)) {
            throw new IllegalArgumentException("only the model's checksum is given; name its file instead: " + word);
        }
        try {
            return new InitialModel(ModelFile.read(Path.of(word)), false);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not the name of a file: " + word, e);
        } catch (ModelFileException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public Parameters parameters() {
        return model.parameters();
    }

    /** The same model, written with all its parameters in place of their SHA-256. */
    InitialModel spelledOut() {
        return new InitialModel(model, true);
    }

    /** Why nodes with this workload and learner cannot start from it; empty if they can. */
    Optional<String> refusal(Workload workload, LearnerKind learner) {
        return model.refusal(workload, learner);
    }

    /** Two are equal if their parameters are, however they were named. */
    @Override
    public boolean equals(Object other) {
        return other instanceof InitialModel that && parameters().equals(that.parameters());
    }

    @Override
    public int hashCode() {
        return parameters().hashCode();
    }

    @Override
    public String toString() {
        return spelledOut
                ? SPELLED_OUT + Base64.getEncoder().encodeToString(ParameterBytes.of(parameters()))
                : HASH + ParameterBytes.sha256(parameters());
    }
}
