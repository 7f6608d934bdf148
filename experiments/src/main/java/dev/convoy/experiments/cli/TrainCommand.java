package dev.convoy.experiments.cli;

import dev.convoy.experiments.modelfile.ModelFile;
import dev.convoy.experiments.plots.NoFontException;
import dev.convoy.experiments.plots.TrainingPlots;
import dev.convoy.experiments.training.TrainingFiles;
import dev.convoy.replay.Vehicles;
import dev.convoy.runtime.RandomStream;
import dev.convoy.telemetry.VehicleField;
import dev.convoy.telemetry.Workload;
import dev.convoy.training.LabelledTable;
import dev.convoy.training.Roles;
import dev.convoy.training.TableException;
import dev.convoy.training.TableReader;
import dev.convoy.training.Training;
import dev.convoy.training.TrainingPlan;
import dev.convoy.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy train}. */
@Command(
        name = "train",
        description =
                "Trains models on recorded, labelled CSV and keeps the network as an initial-model for the nodes.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "CSV with a header and a label, plain or .gz")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where report, plots and model go")
    private Path out;

    @Option(names = "--force", description = "overwrite an earlier training's results in --out")
    private boolean force;

    @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--label",
            defaultValue = "label",
            paramLabel = "COLUMN",
            description = "the class of each row (default: ${DEFAULT-VALUE})")
    private String label;

    @Option(
            names = "--group",
            split = ",",
            defaultValue = "vehicle,leg",
            paramLabel = "COLUMN",
            description = "columns that together name a trip, whose rows are never divided between training and test;"
                    + " none if every row stands alone (default: ${DEFAULT-VALUE})")
    private List<String> group;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "CSV with the label of each group, where the rows themselves have none; with it the whole"
                    + " telemetry of a recording can be learned from")
    private Optional<Path> outcomes;

    @Option(
            names = "--also",
            split = ",",
            paramLabel = "COLUMN",
            description = "further columns to learn from; words become one feature for each value, and the model then"
                    + " fits no experiment")
    private List<String> also = List.of();

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "FIELD",
            description = "the fields of the telemetry to learn from, as in workload.fields (default: all but the"
                    + " position)")
    private List<String> fields = List.of();

    @Mixin
    private TrainingOptions options;

    @Override
    public Integer call() throws Exception {
        TrainingPlan plan;
        TableReader reader;
        Workload workload;
        try {
            plan = options.plan();
            workload = new Vehicles(fields.stream().map(VehicleField::named).toList()).workload();
            reader = new TableReader(
                    new Roles(label, group.equals(List.of("none")) ? List.of() : group, also), workload);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        requireOut();
        TrainingResult result = train(plan, reader);
        TrainingFiles files = new TrainingFiles(out);
        System.out.println();
        System.out.print(files.write(
                file.getFileName().toString(), seed, plan.network().network().hidden(), result));
        System.out.println();
        try {
            TrainingPlots.draw(out).forEach(plot -> System.out.println("plot    " + plot));
        } catch (NoFontException e) {
            System.out.println("convoy: " + e.getMessage());
        }
        System.out.println("model   " + files.model());
        ModelFile.read(files.model())
                .refusal(workload, plan.network().network())
                .ifPresent(refusal -> System.out.println("        for no simulated fleet: " + refusal));
        return Answers.DONE;
    }

    private TrainingResult train(TrainingPlan plan, TableReader reader) throws UsageException, IOException {
        try (TrainingProgress progress = new TrainingProgress(System.out, System.console() != null)) {
            LabelledTable table = outcomes.isPresent() ? reader.read(file, outcomes.get()) : reader.read(file);
            System.out.printf(Locale.ROOT, "%,d labelled rows of %,d trips%n", table.size(), table.groups());
            return new Training(plan, name -> RandomStream.named(seed, "train/" + name), progress).run(table);
        } catch (TableException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Found before the long work, not after it. */
    private void requireOut() throws UsageException {
        try {
            Files.createDirectories(out);
            try (Stream<Path> entries = Files.list(out)) {
                if (!force && entries.findAny().isPresent()) {
                    throw new UsageException("--out: " + out
                            + " is not empty: name another directory, or overwrite what is there with --force");
                }
            }
            if (!Files.isWritable(out)) {
                throw new UsageException("--out: you may not write into " + out);
            }
        } catch (IOException e) {
            throw new UsageException("--out: cannot make the directory " + out);
        }
    }
}
