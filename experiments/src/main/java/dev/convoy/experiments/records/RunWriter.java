package dev.convoy.experiments.records;

import dev.convoy.exchange.FinalModel;
import dev.convoy.exchange.GlobalModel;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the files of one run in the order in which they go into its digest. */
final class RunWriter {
    /** Fills a table. */
    @FunctionalInterface
    interface Rows {
        void write(TableWriter table) throws IOException;
    }

    private final Path directory;
    private final MessageDigest digest;
    private final HourlyHashes hashes = new HourlyHashes();
    private final SortedMap<String, String> files = new TreeMap<>();

    RunWriter(Path directory, String configuration) {
        this.directory = directory;
        this.digest = RunDigest.over(configuration);
    }

    void table(RunTable table, Rows rows) throws IOException {
        List<MessageDigest> digests = RunDigest.TABLES.contains(table) ? List.of(digest) : List.of();
        try (TableWriter writer = new TableWriter(directory, table, digests, hashes)) {
            rows.write(writer);
            files.put(table.fileName(), writer.commit());
        }
    }

    /** @param nodes by number */
    void models(Collection<FinalModel> nodes, Optional<GlobalModel> global) throws IOException {
        FinalModels models = new FinalModels(directory);
        for (FinalModel model : nodes) {
            digest.update(models.write(model.node().toString(), model.version(), model.parameters()));
        }
        if (global.isPresent()) {
            models.write(
                    FinalModels.GLOBAL, global.get().version(), global.get().parameters());
        }
        files.putAll(models.commit());
    }

    Recording commit(Manifest.Counts counts, Ledger ledger) throws IOException {
        files.put(RunTable.HASHES.fileName(), hashes.write(directory));
        String hex = Hashing.hex(digest.digest());
        RunDigest.write(directory, hex);
        return new Recording(hex, counts, ledger, files);
    }
}
