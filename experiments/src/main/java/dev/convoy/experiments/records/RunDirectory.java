package dev.convoy.experiments.records;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The directory that a run writes into; it exists and can be written. */
public final class RunDirectory {
    /** The pointer to the newest run, beside the runs. */
    public static final String LATEST = "latest";

    private static final int MOST_EQUAL_RUNS = 10_000;
    private static final String PLOTS = "plots";
    private static final String LOGS = "logs";

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes {@code <name>-<hash8>-<engine>} below the runs, or that with {@code -2}, {@code -3} and so on where an equal
     * run has been, and lets {@code latest} point to it.
     *
     * @param hash8 of the resolved file, the seed and the code
     * @throws IOException with a message for the user
     */
    public static RunDirectory named(Path runs, String name, String hash8, String engine) throws IOException {
        try {
            Files.createDirectories(runs);
        } catch (IOException e) {
            throw RunFileException.unwritable(runs, e);
        }
        RunDirectory directory = new RunDirectory(create(runs, name + "-" + hash8 + "-" + engine));
        directory.requireWritable();
        point(runs, directory.path.getFileName());
        return directory;
    }

    /**
     * Takes this very directory.
     *
     * @param force whether it may hold something; what an earlier run left there is removed, anything else stays
     * @throws IOException with a message for the user
     */
    public static RunDirectory at(Path path, boolean force) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new RunFileException(path + " is not a directory");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw RunFileException.unwritable(path, e);
        }
        RunDirectory directory = new RunDirectory(path);
        if (!entries(path).isEmpty()) {
            if (!force) {
                throw new RunFileException(
                        path + " is not empty: name another directory, or overwrite what is there with --force");
            }
            directory.clear();
        }
        directory.requireWritable();
        return directory;
    }

    public Path path() {
        return path;
    }

    public Path plots() {
        return path.resolve(PLOTS);
    }

    public Path logs() {
        return path.resolve(LOGS);
    }

    public Path report() {
        return path.resolve("report.html");
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static Path create(Path runs, String name) throws IOException {
        for (int i = 1; i <= MOST_EQUAL_RUNS; i++) {
            Path path = runs.resolve(i == 1 ? name : name + "-" + i);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                continue; // an equal run has been, or is being, made
            } catch (IOException e) {
                throw RunFileException.unwritable(path, e);
            }
        }
        throw new RunFileException(runs + " holds " + MOST_EQUAL_RUNS + " runs named " + name + ": remove some");
    }

    /** By renaming, so that there is a pointer at any moment. */
    private static void point(Path runs, Path name) throws IOException {
        Path link = runs.resolve(LATEST);
        Path next = runs.resolve(LATEST + "." + name);
        try {
            if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
                throw new RunFileException(link + " is in the way: it should be a link to the newest run");
            }
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, name);
            Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw RunFileException.unwritable(link, e);
        }
    }

    private void requireWritable() throws IOException {
        Path probe = path.resolve(".probe");
        try {
            Files.deleteIfExists(probe);
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw RunFileException.unwritable(path, e);
        }
    }

    /** The digest goes first: without it the rest is no finished run. */
    private void clear() throws IOException {
        List<Path> files =
                new ArrayList<>(List.of(path.resolve(RunDigest.FILE), path.resolve(Manifest.FILE), report()));
        TestTables.FILES.forEach(file -> files.add(path.resolve(file)));
        for (RunTable table : RunTable.values()) {
            files.add(path.resolve(table.fileName()));
        }
        files.addAll(ending(path, ".part"));
        files.addAll(ending(plots(), ".png", ".svg"));
        files.addAll(ending(logs(), ".log"));
        files.addAll(ending(path.resolve(FinalModels.DIRECTORY), FinalModels.SUFFIX, FinalModels.INDEX, ".part"));
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw RunFileException.unwritable(file, e);
            }
        }
    }

    private static List<Path> ending(Path directory, String... suffixes) throws IOException {
        return entries(directory).stream()
                .filter(file -> Stream.of(suffixes).anyMatch(file.getFileName().toString()::endsWith))
                .toList();
    }

    private static List<Path> entries(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw RunFileException.unreadable(directory, e);
        }
    }
}
