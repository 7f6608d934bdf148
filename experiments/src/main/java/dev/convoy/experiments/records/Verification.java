package dev.convoy.experiments.records;

import dev.convoy.detection.DetectorKind;
import dev.convoy.experiments.config.ConfiguredDetector;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.telemetry.NodeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes from the files of a run alone whatever can be recomputed: every score over time, of the whole run and of its
 * slices, the alarms of detectors, the ledger, the fates, who participated, the versions, the hashes and the digest.
 */
public final class Verification {
    /**
     * What came of it.
     *
     * @param predictions how many rows of predictions were read
     * @param figures how many cells of scores were recomputed and found equal
     * @param difference the first one found, in one sentence: file, row, column, recorded and recomputed value
     */
    public record Result(long predictions, long figures, Optional<String> difference) {
        public boolean holds() {
            return difference.isEmpty();
        }
    }

    private final Path directory;
    private final HourlyHashes hashes = new HourlyHashes();
    private long predictions;
    private long figures;

    private Verification(Path directory) {
        this.directory = directory;
    }

    /** Never fails: a file that is missing or damaged is a difference too. */
    public static Result of(Path directory) {
        Verification verification = new Verification(directory);
        Optional<String> difference = verification.firstDifference();
        return new Result(verification.predictions, verification.figures, difference);
    }

    private Optional<String> firstDifference() {
        if (!Files.isDirectory(directory)) {
            return Optional.of(directory + " is not a directory");
        }
        try {
            verify();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void verify() throws IOException {
        Manifest manifest = Manifest.read(directory);
        List<NodeId> nodes = LedgerCheck.nodes(manifest);

        ModelCheck models = new ModelCheck();
        read(RunTable.MODELS, models::row);
        UpdateCheck updates = new UpdateCheck(models, Math.round(manifest.durationS() * 1000));
        Participation participation = new Participation(nodes);
        read(RunTable.UPDATES, row -> {
            updates.row(row);
            participation.update(row);
        });
        updates.compareWithModels();
        AdoptionCheck adoptions = new AdoptionCheck(models);
        read(RunTable.ADOPTIONS, adoptions::row);
        read(RunTable.REQUESTS, new RequestCheck(models)::row);
        ForwardedCheck forwarded = new ForwardedCheck();
        read(RunTable.CENTRAL_DATA, forwarded::row);

        PredictionCheck predicted = new PredictionCheck(models.history(), adoptions);
        read(RunTable.PREDICTIONS, row -> {
            predictions++;
            predicted.row(row);
        });
        predicted.compareDecisions();

        List<LabelledPrediction> labelled = predicted.inLabelOrder();
        AccuracyCheck accuracy = new AccuracyCheck(nodes, labelled, predicted.classes(), models.history(), adoptions);
        read(RunTable.ACCURACY, accuracy::row);
        accuracy.finish(Math.round(manifest.durationS() * 1000));
        read(RunTable.FAULTS, Verification::requireTimes);
        ScoreCheck scores = new ScoreCheck();
        read(RunTable.DRIFT, scores::drift);
        // The fleet alone knows what its vehicles are: there is nothing to recompute that table from.
        compareFile(manifest, RunTable.VEHICLES.fileName());
        read(RunTable.VEHICLES, scores::vehicle);
        read(RunTable.ALARMS, row -> row.milliseconds("time_s"));
        scores.compare(directory, predicted.classes(), nodes, labelled, detector(manifest));
        figures = accuracy.figures()
                + scores.figures()
                + new ExpectedRows(RunTable.PARTICIPATION, participation.rows(), RunTable.UPDATES).compare(directory);

        LedgerCheck ledger = new LedgerCheck(manifest, predicted.counts(), updates.counts());
        TableReader.read(directory, RunTable.DEAD_LETTERS, ledger::deadLetter);
        ledger.compare(predicted.counts(), updates.total(), models.newest());
        ledger.compareBytes(updates.bytes(), forwarded.bytes());

        List<FinalModels.Entry> finalModels = FinalModels.read(directory);
        new FinalModelCheck(directory, finalModels).compare(nodes, models, adoptions);
        compareHashes();
        compareDigest(manifest, finalModels);
        compareFiles(manifest);
    }

    private void read(RunTable table, TableReader.RowHandler check) throws IOException {
        TableReader.read(directory, table, row -> {
            check.accept(row);
            hashes.add(row);
        });
    }

    private static Optional<DetectorKind> detector(Manifest manifest) throws RunFileException {
        try {
            return ConfiguredDetector.in(manifest.configuration());
        } catch (MistakesException e) {
            throw new RunFileException(
                    Manifest.FILE + " is damaged: " + e.mistakes().get(0));
        }
    }

    private static void requireTimes(Row row) throws RunFileException {
        row.milliseconds("time_s");
        row.optionalMilliseconds("end_s");
    }

    private void compareHashes() throws IOException {
        List<HourlyHashes.Entry> recorded = HourlyHashes.read(directory);
        List<HourlyHashes.Entry> recomputed = hashes.entries();
        for (int i = 0; i < Math.max(recorded.size(), recomputed.size()); i++) {
            Optional<HourlyHashes.Entry> there = i < recorded.size() ? Optional.of(recorded.get(i)) : Optional.empty();
            Optional<HourlyHashes.Entry> here =
                    i < recomputed.size() ? Optional.of(recomputed.get(i)) : Optional.empty();
            if (!there.equals(here)) {
                throw new RunFileException(RunTable.HASHES.fileName() + ", line " + (i + 2) + ": recorded "
                        + there.map(HourlyHashes.Entry::described).orElse("nothing") + ", recomputed "
                        + here.map(e -> e.described() + " from "
                                        + e.strand().table().fileName())
                                .orElse("nothing"));
            }
        }
    }

    private void compareDigest(Manifest manifest, List<FinalModels.Entry> models) throws IOException {
        String recorded = RunDigest.read(directory);
        String recomputed = RunDigest.recompute(directory, manifest.configuration(), models);
        if (!recorded.equals(recomputed)) {
            throw new RunFileException(RunDigest.FILE + ": recorded " + recorded + ", recomputed " + recomputed
                    + " from the configuration in " + Manifest.FILE + ", the tables and the final models");
        }
        if (!recorded.equals(manifest.digest())) {
            throw new RunFileException(
                    Manifest.FILE + ": digest is " + manifest.digest() + ", " + RunDigest.FILE + " has " + recorded);
        }
    }

    private void compareFiles(Manifest manifest) throws IOException {
        for (String name : manifest.files().keySet()) {
            compareFile(manifest, name);
        }
    }

    private void compareFile(Manifest manifest, String name) throws IOException {
        Path file = directory.resolve(name);
        String sha256;
        try {
            sha256 = Hashing.sha256Of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
        String recorded = manifest.files().getOrDefault(name, "nothing about it");
        if (!sha256.equals(recorded)) {
            throw new RunFileException(
                    name + " was changed: its SHA-256 is " + sha256 + ", " + Manifest.FILE + " has " + recorded);
        }
    }
}
