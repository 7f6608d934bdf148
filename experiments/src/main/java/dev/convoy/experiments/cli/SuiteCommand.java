package dev.convoy.experiments.cli;

import dev.convoy.experiments.config.Experiments;
import dev.convoy.experiments.config.Sweep;
import dev.convoy.experiments.config.yaml.Mistake;
import dev.convoy.experiments.config.yaml.MistakesException;
import dev.convoy.experiments.report.SuiteIndex;
import dev.convoy.experiments.sweep.SweepFolder;
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
    private static final double NANOS_A_MINUTE = 6e10;

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
        Map<String, String> leftOut = new LinkedHashMap<>();
        Map<Path, Sweep> sweeps = read(leftOut);
        SweepMaker maker = new SweepMaker(
                SweepEngines.LOCAL,
                jobs == null ? SweepMaker.most(SweepEngines.LOCAL) : jobs,
                System.out,
                System.console() != null);
        List<String> failures = new ArrayList<>();
        for (Map.Entry<Path, Sweep> sweep : sweeps.entrySet()) {
            String name = name(sweep.getKey());
            SweepFolder folder = SweepMaker.open(out.resolve(name));
            maker.make(sweep.getValue(), folder, command(sweep.getKey()))
                    .forEach(failure -> failures.add(name + ": " + failure));
        }
        Path index = SuiteIndex.write(
                Files.createDirectories(out), made(), leftOut, (System.nanoTime() - start) / NANOS_A_MINUTE);
        System.out.printf(Locale.ROOT, "%nindex   %s%n", index);
        leftOut.forEach((name, why) -> System.out.println("left out " + name + ": " + why));
        failures.forEach(failure -> System.err.println("convoy: failed: " + failure));
        return failures.isEmpty() ? Answers.DONE : Answers.FAILED;
    }

    /**
     * All before anything is made, so that a mistake is told at once. What only lacks the data of others is left out.
     *
     * @param leftOut is told why, by name
     */
    private Map<Path, Sweep> read(Map<String, String> leftOut) throws UsageException, IOException {
        Map<Path, Sweep> sweeps = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Path file : chosen()) {
            try {
                sweeps.put(file, Experiments.readSweep(file, settings()));
            } catch (MistakesException e) {
                if (e.mistakes().stream().allMatch(SuiteCommand::lacksData)) {
                    leftOut.put(name(file), e.mistakes().get(0).toString());
                } else {
                    mistakes.addAll(e.mistakes());
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new MistakesException(mistakes);
        }
        return sweeps;
    }

    /** The data of others are not ours to give; the mistake says where they are to be had. */
    private static boolean lacksData(Mistake mistake) {
        return mistake.message().startsWith("workload: there is no file ");
    }

    /** Those that this command made, and those that another one did. */
    private List<String> made() throws UsageException, IOException {
        return all().stream()
                .map(SuiteCommand::name)
                .filter(name -> Files.exists(out.resolve(name).resolve("summary.csv")))
                .toList();
    }

    /** In the order of the alphabet, or in that in which they were named. */
    private List<Path> chosen() throws UsageException, IOException {
        List<String> known = all().stream().map(SuiteCommand::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new UsageException("there is no experiment " + name + "; there are " + String.join(", ", known));
            }
        }
        return names.isEmpty()
                ? all()
                : names.stream()
                        .distinct()
                        .map(name -> folder().resolve(name + ENDING))
                        .toList();
    }

    private List<Path> all() throws UsageException, IOException {
        if (!Files.isDirectory(folder())) {
            throw new UsageException("there is no directory " + folder() + "; name one with --dir");
        }
        try (Stream<Path> entries = Files.list(folder())) {
            List<Path> all = entries.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (all.isEmpty()) {
                throw new UsageException("there are no experiment files in " + folder());
            }
            return all;
        }
    }

    private Path folder() {
        String home = System.getenv("CONVOY_HOME");
        return files == null ? Path.of(home == null ? "" : home).resolve(FOLDER) : files;
    }

    private List<String> settings() {
        return seeds == null ? List.of() : List.of("sweep.seeds=" + seeds);
    }

    private List<String> command(Path file) {
        String shown = files == null ? FOLDER + "/" + file.getFileName() : file.toString();
        List<String> command = new ArrayList<>(List.of("./convoy", "sweep", shown));
        settings().forEach(setting -> command.addAll(List.of("--set", setting)));
        return command;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
