package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/**
 * The digest of a run: SHA-256 over the canonical configuration (UTF-8), the uncompressed tables of {@link #TABLES} in
 * that order, and the final parameters by node, one after the other without separators.
 */
final class RunDigest {
    static final String FILE = "digest.txt";
    static final List<RunTable> TABLES =
            List.of(RunTable.PREDICTIONS, RunTable.UPDATES, RunTable.MODELS, RunTable.FAULTS, RunTable.ACCURACY);

    private RunDigest() {}

    static MessageDigest over(String configuration) {
        MessageDigest digest = Hashing.sha256();
        digest.update(configuration.getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    static void write(Path directory, String digest) throws IOException {
        WholeFile.write(directory.resolve(FILE), (digest + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            if (!text.matches("[0-9a-f]{64}\n")) {
                throw new RunFileException(FILE + " is no line with 64 hexadecimal digits");
            }
            return text.strip();
        } catch (RunFileException e) {
            throw e;
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
    }

    /** The digest of what stands in a run's directory. */
    static String recompute(Path directory, String configuration, List<FinalModels.Entry> models) throws IOException {
        MessageDigest digest = over(configuration);
        for (RunTable table : TABLES) {
            TableReader.digest(directory, table, digest);
        }
        for (FinalModels.Entry model : models) {
            if (!model.model().equals(FinalModels.GLOBAL)) {
                digest.update(FinalModels.bytes(directory, model));
            }
        }
        return Hashing.hex(digest.digest());
    }
}
