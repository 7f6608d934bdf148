package dev.convoy.experiments.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything about a run that is no table: {@code manifest.json}.
 *
 * @param name of the experiment
 * @param engine {@code kafka} or {@code local}
 * @param durationS run time in seconds
 * @param configuration the canonical configuration, which goes into the digest: what determines the results
 * @param resolvedFile the whole experiment file with all defaults, or any other tree the caller wants kept
 * @param digest the same as in {@code digest.txt}
 * @param dependencies versions by name
 * @param restarts of processes that died on the way
 * @param files the SHA-256 of each table and model file, by name
 */
public record Manifest(
        String name,
        long seed,
        String engine,
        double durationS,
        String configuration,
        JsonNode resolvedFile,
        String digest,
        Code code,
        Environment environment,
        SortedMap<String, String> dependencies,
        Wall wall,
        Counts counts,
        Ledger ledger,
        List<Restart> restarts,
        SortedMap<String, String> files) {
    public static final String FILE = "manifest.json";

    public Manifest {
        resolvedFile = resolvedFile == null ? NullNode.getInstance() : resolvedFile;
        dependencies = sorted(dependencies);
        files = sorted(files);
        restarts = restarts == null ? List.of() : List.copyOf(restarts);
    }

    /**
     * The code that ran.
     *
     * @param commit empty where it is unknown
     * @param dirty whether the sources differed from the commit
     */
    public record Code(String version, String commit, boolean dirty) {}

    /** The machine and what the results' equality is promised for. */
    public record Environment(String java, String javaVendor, String os, String cpu, int processors) {}

    /**
     * Wall time.
     *
     * @param started ISO 8601, with offset
     */
    public record Wall(String started, String ended, double seconds) {}

    /**
     * How much is recorded, and what it took.
     *
     * @param nodeSteps gradient steps of all nodes
     * @param aggregatorSteps gradient steps of the aggregator
     * @param updateBytes sent to the aggregator as updates, with every attempt
     * @param forwardedBytes sent to the aggregator as rows to learn from, with every attempt
     */
    public record Counts(
            long predictions,
            long labelled,
            long decisions,
            long updates,
            long versions,
            long deadLetters,
            long nodeSteps,
            long aggregatorSteps,
            long updateBytes,
            long forwardedBytes) {}

    /**
     * A process that died and was started again.
     *
     * @param wallSeconds since the start
     */
    public record Restart(String process, double wallSeconds, String cause) {}

    public void write(Path directory) throws IOException {
        WholeFile.write(directory.resolve(FILE), Json.bytes(this));
    }

    public static Manifest read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        try {
            Manifest manifest = Json.read(Files.readAllBytes(file), Manifest.class);
            manifest.requireWhole();
            return manifest;
        } catch (JsonProcessingException e) {
            throw new RunFileException(FILE + " is damaged: " + e.getOriginalMessage());
        } catch (RunFileException e) {
            throw e;
        } catch (IOException e) {
            throw RunFileException.unreadable(file, e);
        }
    }

    private void requireWhole() throws RunFileException {
        require("configuration", configuration);
        require("digest", digest);
        require("counts", counts);
        require("ledger", ledger);
    }

    private static void require(String key, Object value) throws RunFileException {
        if (value == null) {
            throw new RunFileException(FILE + " has no " + key);
        }
    }

    private static SortedMap<String, String> sorted(SortedMap<String, String> map) {
        return map == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
