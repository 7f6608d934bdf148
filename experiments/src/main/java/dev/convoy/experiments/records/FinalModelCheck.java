package dev.convoy.experiments.records;

import dev.convoy.telemetry.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The final models against their index, the versions published and the versions adopted. */
final class FinalModelCheck {
    private static final String INDEX = FinalModels.DIRECTORY + "/" + FinalModels.INDEX;

    private final Path directory;
    private final List<FinalModels.Entry> entries;

    FinalModelCheck(Path directory, List<FinalModels.Entry> entries) {
        this.directory = directory;
        this.entries = entries;
    }

    void compare(List<NodeId> nodes, ModelCheck models, AdoptionCheck adoptions) throws IOException {
        List<String> expected = new ArrayList<>();
        nodes.forEach(node -> expected.add(node.toString()));
        if (models.newest() > 0) {
            expected.add(FinalModels.GLOBAL);
        }
        List<String> listed = entries.stream().map(FinalModels.Entry::model).toList();
        if (!listed.equals(expected)) {
            throw new RunFileException(INDEX + ": lists the models of " + listed + " instead of " + expected);
        }
        for (FinalModels.Entry entry : entries) {
            compare(entry);
            boolean global = entry.model().equals(FinalModels.GLOBAL);
            long version = global ? models.newest() : adoptions.last(entry.model());
            if (entry.version() != version) {
                throw new RunFileException(INDEX + ", " + entry.model() + ", version: recorded " + entry.version()
                        + ", recomputed " + version + " from "
                        + (global ? RunTable.MODELS : RunTable.ADOPTIONS).fileName());
            }
            if (global) {
                requireNewest(models.of(version), entry);
            }
        }
    }

    private static void requireNewest(Row model, FinalModels.Entry entry) throws RunFileException {
        if (!model.text("parameters_sha256").equals(entry.sha256())) {
            throw model.differs("parameters_sha256", entry.sha256() + " from " + INDEX);
        }
    }

    private void compare(FinalModels.Entry entry) throws IOException {
        byte[] bytes = FinalModels.bytes(directory, entry);
        if (bytes.length != (long) entry.parameters() * Float.BYTES) {
            throw new RunFileException(FinalModels.DIRECTORY + "/" + entry.file() + " has " + bytes.length
                    + " bytes, which are not " + entry.parameters() + " parameters");
        }
        String sha256 = Hashing.sha256Of(bytes);
        if (!sha256.equals(entry.sha256())) {
            throw new RunFileException(FinalModels.DIRECTORY + "/" + entry.file() + ": its SHA-256 is " + sha256 + ", "
                    + INDEX + " has " + entry.sha256());
        }
    }
}
