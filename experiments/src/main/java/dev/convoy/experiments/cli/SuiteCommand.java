package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.records.RunFileException;
import dev.convoy.experiments.report.SuiteIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy suite}. */
@Command(
        name = "suite",
        description = "Makes all sweeps of a directory, one after the other, and an index page of what they found."
                + " What is finished is not made again: after an interruption the same command goes on.",
        mixinStandardHelpOptions = true)
final class SuiteCommand implements Callable<Integer> {
    private static final String FOLDER = "experiments/suite";
    private static final String ENDING = ".yaml";

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "the experiments to make, such as loss (default: all)")
    private List<String> names = List.of();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "where the experiment files are (default: " + FOLDER + ")")
    private Path files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs/suite",
            description = "where the results go, a directory for each experiment (default: ${DEFAULT-VALUE})")
    private Path out;

    @Option(names = "--seeds", paramLabel = "N", description = "with how many seeds, whatever the files say")
    private Integer seeds;

    @Option(names = "--jobs", paramLabel = "N", description = "runs at a time (default: as for sweep)")
    private Integer jobs;

    @Override
    public Integer call() throws Exception {
        if (jobs != null && jobs < 1) {
            throw new UsageException("--jobs must be at least 1: " + jobs);
        }
        long start = System.nanoTime();
        SweepMaker maker = new SweepMaker(
                SweepEngines.LOCAL,
                jobs == null ? SweepMaker.most(SweepEngines.LOCAL) : jobs,
                System.out,
                System.console() != null);
        Map<String, String> leftOut = new LinkedHashMap<>();
        List<String> made = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Path file : chosen()) {
            String name = name(file);
            try {
                Sweep sweep = Experiments.readSweep(file, settings());
                failures.addAll(maker.make(sweep, out.resolve(name), command(file)).stream()
                        .map(failure -> name + ": " + failure)
                        .toList());
                made.add(name);
            } catch (MistakesException | RunFileException e) {
                leftOut.put(name, e.getMessage().lines().findFirst().orElse(""));
            }
        }
        Path index = SuiteIndex.write(Files.createDirectories(out), made, leftOut, (System.nanoTime() - start) / 6e10);
        System.out.printf(Locale.ROOT, "%nindex   %s%n", index);
        leftOut.forEach((name, why) -> System.err.println("convoy: left out " + name + ": " + why));
        failures.forEach(failure -> System.err.println("convoy: failed: " + failure));
        return failures.isEmpty() && leftOut.isEmpty() ? Answers.DONE : Answers.FAILED;
    }

    /** In the order of the alphabet, or in that in which they were named. */
    private List<Path> chosen() throws UsageException, IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no directory " + folder + "; name one with --dir");
        }
        List<Path> all;
        try (Stream<Path> entries = Files.list(folder)) {
            all = entries.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        if (all.isEmpty()) {
            throw new UsageException("there are no experiment files in " + folder);
        }
        List<String> known = all.stream().map(SuiteCommand::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException("there is no experiment " + name + "; there are " + String.join(", ", known));
            }
        }
        return names.isEmpty()
                ? all
                : names.stream()
                        .distinct()
                        .map(name -> folder.resolve(name + ENDING))
                        .toList();
    }

    private Path folder() {
        String home = System.getenv("CONVOY_HOME");
        return files == null ? Path.of(home == null ? "" : home).resolve(FOLDER) : files;
    }

    private List<String> settings() {
        return seeds == null ? List.of() : List.of("sweep.seeds=" + seeds);
    }

    private List<String> command(Path file) {
        List<String> command = new ArrayList<>(List.of("./convoy", "sweep", file.toString()));
        settings().forEach(setting -> command.addAll(List.of("--set", setting)));
        return command;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
